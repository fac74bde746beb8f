// A PIN kept in a real gnome-keyring, given to a real SoftHSM token: what a wrong one costs, and when it
// is not used at all.
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PinPrompt, PinRequest } from '../../../core/ports/token.ts';
import { createKeychain } from '../../../native/keychain/keychain.ts';
import { StoredPinPrompt, type StoredPinEvent } from '../../../native/keychain/stored-pin.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import { startKeyring, whyNoKeyring, type Keyring } from '../../support/keyring.ts';
import { answering } from '../../support/pin-prompt.ts';
import { rejection } from '../../support/rejection.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoKeyring() ?? whyNoSoftHsm();
const folder = sharedTemporaryFolder();
const PURPOSE = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let token: TestToken;
let keyring: Keyring | null = null;
const services: TokenService[] = [];

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
  keyring?.stop();
  keyring = null;
  vi.unstubAllEnvs();
});

describe.skipIf(reason !== null)(`a kept PIN ${reason ?? ''}`, () => {
  beforeAll(async () => {
    token = await makeSoftHsm(folder);
  });

  async function desk(asking: PinPrompt, { keep = false, use = true } = {}) {
    if (keyring === null) {
      keyring = await startKeyring({ folder: temporaryFolder() });
      vi.stubEnv('DISPLAY', undefined);
      for (const [name, value] of Object.entries(keyring.env)) vi.stubEnv(name, value);
    }
    const service = new TokenService({ modules: [token.module], env: token.env });
    services.push(service);
    const [{ certificate }] = token.keys;
    const sha256 = createHash('sha256').update(certificate).digest('hex');
    const events: StoredPinEvent[] = [];
    const store = createKeychain();
    const prompt = new StoredPinPrompt({
      ...{ store, asking, use, certificate: sha256 },
      note: { label: 'rsa', expires: null },
      keep: () => keep,
      onEvent: (event) => events.push(event),
    });
    const [found] = (await service.list()).tokens;
    const choice = { module: token.module, tokenSerial: found?.serial ?? '', id: '01' };
    const key = await service.signingKey(choice, prompt);
    const sign = () => key.sign(bytes('isi'), 'RSA_PKCS1_SHA256', PURPOSE);
    const state = async () => (await service.list()).tokens[0]?.pinState;
    return { sign, store, name: { kind: 'pin', id: sha256 } as const, events, state };
  }

  const restore = async () => {
    const { sign } = await desk(answering(USER_PIN), { use: false });
    await sign();
  };

  test('is not kept unless asked, and not before the token took it', async () => {
    const plain = await desk(answering(USER_PIN));
    await plain.sign();
    expect(await plain.store.list()).toEqual([]);
    const wrong = await desk(answering('000000', null), { keep: true });
    expect((await rejection(wrong.sign())).code).toBe('TOKEN_PIN_INCORRECT');
    expect(await wrong.store.list()).toEqual([]);
    const person = answering('000000', USER_PIN);
    const right = await desk(person, { keep: true });
    await right.sign();
    expect(right.events).toEqual(['kept']);
    expect(await right.store.get(right.name)).toEqual(bytes(USER_PIN));
  });

  test('signs without asking anybody', async () => {
    const nobody = answering();
    const { sign, store, name, events } = await desk(nobody);
    await store.set(name, bytes(USER_PIN), { label: 'rsa', expires: null });
    await sign();
    await sign();
    expect(nobody.requests).toHaveLength(0);
    expect(events).toEqual(['used']);
  });

  test('costs one try where it is wrong, once, and is gone before the person is asked', async () => {
    let keptWhenAsked = true;
    const seen: PinRequest[] = [];
    const person: PinPrompt = {
      ask: async (request) => {
        seen.push(request);
        keptWhenAsked = (await store.get(name)) !== null;
        return null;
      },
    };
    const { sign, store, name, events, state } = await desk(person);
    await store.set(name, bytes('111111'), { label: 'rsa', expires: null });
    expect(await state()).toBe('ok');
    expect((await rejection(sign())).code).toBe('TOKEN_PIN_INCORRECT');
    expect(events).toEqual(['used', 'forgotten']);
    expect(keptWhenAsked).toBe(false);
    expect(seen.map(({ previousWrong, pinState }) => [previousWrong, pinState])).toEqual([
      [true, 'count-low'],
    ]);
    // The same key again: the person is asked at once.
    expect((await rejection(sign())).code).toBe('CANCELLED');
    expect(events).toEqual(['used', 'forgotten']);
    await restore();
  });

  test('is not used while the token says that a try is missing', async () => {
    const first = await desk(answering('000000', null), { use: false });
    expect((await rejection(first.sign())).code).toBe('TOKEN_PIN_INCORRECT');
    const person = answering(null);
    const { sign, store, name, events, state } = await desk(person);
    await store.set(name, bytes(USER_PIN), { label: 'rsa', expires: null });
    expect(await state()).toBe('count-low');
    expect((await rejection(sign())).code).toBe('CANCELLED');
    expect(person.requests).toHaveLength(1);
    expect(events).toEqual([]);
    expect(await store.get(name)).toEqual(bytes(USER_PIN));
    await restore();
  });
});
