// A wrong PIN kept in a real gnome-keyring, given to a card that counts its tries itself (OpenSC, virtual
// PIV card): it costs one try, once, whatever is signed afterwards.
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PinPrompt } from '../../../core/ports/token.ts';
import { createKeychain } from '../../../native/keychain/keychain.ts';
import { StoredPinPrompt, type StoredPinEvent } from '../../../native/keychain/stored-pin.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import { startKeyring, whyNoKeyring, type Keyring } from '../../support/keyring.ts';
import { startCardWorld, whyNoCard, type CardWorld } from '../../support/modules/opensc.ts';
import { answering } from '../../support/pin-prompt.ts';
import { rejection } from '../../support/rejection.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoKeyring() ?? whyNoCard();
const folder = sharedTemporaryFolder();
const PURPOSE = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };
const WRONG = '999999';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.skipIf(reason !== null)(`a kept PIN that is wrong ${reason ?? ''}`, () => {
  const store = createKeychain();
  const services: TokenService[] = [];
  let world: CardWorld | null = null;
  let keyring: Keyring | null = null;

  beforeAll(async () => {
    world = await startCardWorld(join(folder, 'card'));
    keyring = await startKeyring({ folder: join(folder, 'keyring') });
    vi.stubEnv('DISPLAY', undefined);
    for (const [name, value] of Object.entries(keyring.env)) vi.stubEnv(name, value);
  });
  afterEach(() => Promise.all(services.splice(0).map((service) => service.close())));
  afterAll(async () => {
    vi.unstubAllEnvs();
    keyring?.stop();
    await world?.stop();
  });

  /** A program that was just started, with the key of that number and this person before it. */
  async function desk({ module, env }: CardWorld, id: string, asking: PinPrompt, name: string) {
    const service = new TokenService({ modules: [module], env });
    services.push(service);
    const listed = async () => (await service.list()).tokens[0];
    // A card that was just put in is seen when the card service has seen it.
    await expect.poll(listed).toBeDefined();
    const token = await listed();
    const events: StoredPinEvent[] = [];
    const prompt = new StoredPinPrompt({
      ...{ store, asking, use: true, certificate: name, keep: () => false },
      note: { label: id, expires: null },
      onEvent: (event) => events.push(event),
    });
    const choice = { module, tokenSerial: token?.serial ?? '', id };
    const key = await service.signingKey(choice, prompt);
    const sign = () => key.sign(bytes('isi'), 'RSA_PKCS1_SHA256', PURPOSE);
    return { sign, events, pinState: token?.pinState };
  }

  // 02 (9C) wants its PIN for each signature, beside that of the login.
  test.each(['01', '02'])('costs key %s one try, once', { timeout: 180_000 }, async (id) => {
    if (world === null) throw new Error('no card');
    const { card, keys, pin } = world;
    const file = keys.find((key) => key.id === id)?.certificateFile ?? '';
    const { raw } = new X509Certificate(readFileSync(file));
    const name = createHash('sha256').update(raw).digest('hex');
    await store.set({ kind: 'pin', id: name }, bytes(WRONG), { label: id, expires: null });
    const before = card.pinsTried;

    const nobody = answering(null, null);
    const first = await desk(world, id, nobody, name);
    expect(first.pinState).toBe('ok');
    expect((await rejection(first.sign())).code).toBe('TOKEN_PIN_INCORRECT');
    expect(first.events).toEqual(['used', 'forgotten']);
    expect(card.pinsTried).toBe(before + 1);
    expect(card.pin.left).toBe(card.tries - 1);
    expect(await store.get({ kind: 'pin', id: name })).toBeNull();
    expect(await store.list()).toEqual([]);

    // The same program once more: a person is asked, types none, and none is tried.
    expect((await rejection(first.sign())).code).toBe('CANCELLED');
    expect(nobody.requests.map(({ previousWrong }) => previousWrong)).toEqual([true, false]);
    expect(card.pinsTried).toBe(before + 1);

    // Another program: only what the person types is tried, and gives back the try that was lost.
    let triedWhenAsked = NaN;
    const person: PinPrompt = {
      ask: () => {
        triedWhenAsked = card.pinsTried;
        return Promise.resolve(bytes(pin));
      },
    };
    const second = await desk(world, id, person, name);
    await second.sign();
    expect(triedWhenAsked).toBe(before + 1);
    expect(second.events).toEqual([]);
    expect(card.pin.left).toBe(card.tries);

    // Now that no missing try holds a kept PIN back: cancelled, or left empty, nothing is tried.
    const typed = card.pinsTried;
    const third = await desk(world, id, answering(null, ''), name);
    expect(third.pinState).toBe('ok');
    expect((await rejection(third.sign())).code).toBe('CANCELLED');
    expect((await rejection(third.sign())).code).toBe('TOKEN_PIN_LENGTH');
    expect(third.events).toEqual([]);
    expect(card.pinsTried).toBe(typed);
    expect(card.pin.left).toBe(card.tries);
  });
});
