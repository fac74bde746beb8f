// Changing and unblocking a PIN on a real SoftHSM token.
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PinChange, PinChangeRequest } from '../../../core/ports/token.ts';
import { readPinFacts, setPin } from '../../../native/pkcs11/pin-life.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import { buildFaultyModule, whyNoCompiler } from '../../support/faulty-module.ts';
import { answering } from '../../support/pin-prompt.ts';
import { refusedWith, rejection } from '../../support/rejection.ts';
import {
  makeBareSoftHsm,
  makeSoftHsm,
  pkcs11ToolLogsIn,
  SO_PIN,
  USER_PIN,
  whyNoSoftHsm,
  type TestToken,
} from '../../support/softhsm.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoSoftHsm();
const folder = sharedTemporaryFolder();
const PURPOSE = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };
const NEW_PIN = '771204';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let token: TestToken;
const services: TokenService[] = [];
afterEach(() => Promise.all(services.splice(0).map((service) => service.close())));

function person(current: string, next: string) {
  const asked: PinChangeRequest[] = [];
  const given: PinChange[] = [];
  const ask = (request: PinChangeRequest): Promise<PinChange> => {
    asked.push(request);
    const answer = { current: bytes(current), next: bytes(next) };
    given.push(answer);
    return Promise.resolve(answer);
  };
  const wiped = () =>
    given.flatMap(({ current: c, next: n }) => [...c, ...n]).every((b) => b === 0);
  return { ask, asked, wiped };
}

describe.skipIf(reason !== null)(`PIN life ${reason ?? ''}`, () => {
  beforeAll(async () => {
    token = await makeSoftHsm(join(folder, 'token'));
  });

  async function open() {
    const service = new TokenService({ modules: [token.module], env: token.env });
    services.push(service);
    const [found] = (await service.list()).tokens;
    const place = { module: token.module, serial: found?.serial ?? '' };
    const signsWith = async (pin: string) => {
      const choice = { module: place.module, tokenSerial: place.serial, id: '02' };
      const key = await service.signingKey(choice, answering(pin, null));
      return key.sign(bytes('isi'), 'ECDSA_P256_SHA256', PURPOSE);
    };
    return { service, place, signsWith };
  }

  test('says what the token says of its PINs', async () => {
    const { service, place } = await open();
    // SoftHSM 2: MIN_PIN_LEN 4, MAX_PIN_LEN 255.
    expect(await readPinFacts(service, place)).toMatchObject({
      ...{ label: 'UJI', pinState: 'ok', pukState: 'ok', pinSet: true, pinToBeChanged: false },
      ...{ minLength: 4, maxLength: 255, pinPad: false },
    });
  });

  test('changes a PIN: the new one signs, the old one does not, both are wiped', async () => {
    const { service, place, signsWith } = await open();
    await signsWith(USER_PIN);
    const someone = person(USER_PIN, NEW_PIN);
    await setPin(service, place, 'change', someone.ask);
    expect(someone.wiped()).toBe(true);
    expect(someone.asked).toEqual([
      {
        ...{ kind: 'change', state: 'ok', first: false, minLength: 4, maxLength: 255 },
        token: { label: 'UJI', serial: place.serial, pinPad: false },
      },
    ]);
    await signsWith(NEW_PIN);
    expect((await rejection(signsWith(USER_PIN))).code).toBe('TOKEN_PIN_INCORRECT');
    await setPin(service, place, 'change', person(NEW_PIN, USER_PIN).ask);
    await signsWith(USER_PIN);
  });

  test('spends one try on a wrong old PIN, and none on lengths', async () => {
    const { service, place, signsWith } = await open();
    const short = person(USER_PIN, '123');
    expect((await rejection(setPin(service, place, 'change', short.ask))).code).toBe(
      'TOKEN_PIN_LENGTH',
    );
    const empty = person('', NEW_PIN);
    expect((await rejection(setPin(service, place, 'change', empty.ask))).code).toBe(
      'TOKEN_PIN_LENGTH',
    );
    expect((await readPinFacts(service, place)).pinState).toBe('ok');
    const wrong = person('000000', NEW_PIN);
    expect(await refusedWith(setPin(service, place, 'change', wrong.ask))).toMatchObject({
      code: 'TOKEN_PIN_INCORRECT',
      params: { token: 'UJI' },
    });
    expect(wrong.asked).toHaveLength(1);
    expect(wrong.wiped()).toBe(true);
    await signsWith(USER_PIN);
  });

  test('unblocks with the PUK, and names a wrong one', async () => {
    const { service, place, signsWith } = await open();
    const wrong = person('00000000', NEW_PIN);
    expect((await rejection(setPin(service, place, 'unblock', wrong.ask))).code).toBe(
      'TOKEN_PUK_INCORRECT',
    );
    await setPin(service, place, 'unblock', person(SO_PIN, NEW_PIN).ask);
    await signsWith(NEW_PIN);
    await setPin(service, place, 'unblock', person(SO_PIN, USER_PIN).ask);
    await signsWith(USER_PIN);
  });

  test('sets the first PIN of a token that has none, with the PUK', async () => {
    const bare = makeBareSoftHsm(join(folder, 'bare'));
    const service = new TokenService({ modules: [bare.module], env: bare.env });
    services.push(service);
    const [found] = (await service.list()).tokens;
    const place = { module: bare.module, serial: found?.serial ?? '' };
    expect(await readPinFacts(service, place)).toMatchObject({ label: 'BARU', pinSet: false });
    const someone = person(SO_PIN, NEW_PIN);
    await setPin(service, place, 'unblock', someone.ask);
    expect(someone.wiped()).toBe(true);
    expect((await readPinFacts(service, place)).pinSet).toBe(true);
    expect(await pkcs11ToolLogsIn(bare, NEW_PIN)).toBe(true);
    expect(await pkcs11ToolLogsIn(bare, USER_PIN)).toBe(false);
  });

  test.skipIf(whyNoCompiler() !== null)(
    'says that a PIN is still its issuer’s, until it is changed',
    async () => {
      const faulty = buildFaultyModule(folder, token);
      const service = new TokenService({ modules: [faulty.module], env: faulty.env('first-pin') });
      services.push(service);
      const [found] = (await service.list()).tokens;
      const place = { module: faulty.module, serial: found?.serial ?? '' };
      expect((await readPinFacts(service, place)).pinToBeChanged).toBe(true);
      const someone = person(USER_PIN, NEW_PIN);
      await setPin(service, place, 'change', someone.ask);
      expect(someone.asked).toMatchObject([{ kind: 'change', first: true }]);
      expect((await readPinFacts(service, place)).pinToBeChanged).toBe(false);
      await setPin(service, place, 'change', person(NEW_PIN, USER_PIN).ask);
    },
  );

  test('changes nothing where the person cancels', async () => {
    const { service, place, signsWith } = await open();
    const cancelled = setPin(service, place, 'change', () => Promise.resolve(null));
    expect((await rejection(cancelled)).code).toBe('CANCELLED');
    await signsWith(USER_PIN);
  });
});
