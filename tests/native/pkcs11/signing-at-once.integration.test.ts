// Several signatures under way under one login: what a fault in the middle of them costs, and what it must not.
import { verify, X509Certificate } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SigningKey } from '../../../core/ports/token.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import {
  buildFaultyModule,
  whyNoCompiler,
  type FaultyModule,
} from '../../support/faulty-module.ts';
import { answering, type ScriptedPrompt } from '../../support/pin-prompt.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../../support/softhsm.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();

describe.skipIf(reason !== null)(`signatures at once${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  let faulty: FaultyModule;
  let serial: string;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    faulty = buildFaultyModule(folder, token);
    const service = new TokenService({ modules: [token.module], env: token.env });
    serial = (await service.list()).tokens[0]!.serial;
    await service.close();
  });
  beforeEach(() => {
    rmSync(join(folder, 'logins.log'), { force: true });
  });

  async function keyWith(
    fault: string,
    prompt: ScriptedPrompt,
    after = 0,
  ): Promise<{ key: SigningKey; service: TokenService }> {
    const service = new TokenService({
      ...{ modules: [faulty.module], env: faulty.env(fault, after) },
      timeouts: { login: 1_000, sign: 1_000, list: 3_000 },
    });
    onTestFinished(() => service.close());
    const choice = { module: faulty.module, tokenSerial: serial, id: '01' };
    return { key: await service.signingKey(choice, prompt), service };
  }

  const dataOf = (index: number): Uint8Array =>
    new TextEncoder().encode(`atribut nomor ${String(index)}`);
  const sign = (key: SigningKey, index: number): Promise<Uint8Array> =>
    key.sign(dataOf(index), 'RSA_PKCS1_SHA256', { documents: [] });
  const logins = (): string[] => readFileSync(faulty.log, 'utf8').trim().split('\n');
  const outcomesOf = async (asked: readonly Promise<Uint8Array>[]): Promise<string[]> =>
    (await Promise.allSettled(asked)).map((one) =>
      one.status === 'fulfilled' ? 'signed' : (one.reason as { code: string }).code,
    );

  test('are taken once the login is made, and each is over its own data', async () => {
    const prompt = answering(USER_PIN);
    const { key } = await keyWith('none', prompt);
    expect(key.atOnce).toBe(1);
    await sign(key, 0);
    expect(key.atOnce).toBeGreaterThan(1);
    const values = await Promise.all(Array.from({ length: 12 }, (_, index) => sign(key, index)));
    const { publicKey } = new X509Certificate(key.certificate);
    for (const [index, value] of values.entries()) {
      expect(verify('sha256', dataOf(index), publicKey, value)).toBe(true);
    }
    expect(logins()).toEqual(['user 1, 6 bytes']);
    expect(prompt.requests).toHaveLength(1);
  });

  test('are one by one where each wants its own PIN', async () => {
    const { key } = await keyWith('always-authenticate', answering(USER_PIN));
    await sign(key, 0);
    expect(key.atOnce).toBe(1);
  });

  test.each([
    // A process that dies may take along a value that it had not handed over yet.
    ['sign-crash', 'TOKEN_MODULE_CRASHED', ['signed', 'TOKEN_MODULE_CRASHED']],
    ['sign-hang', 'TOKEN_MODULE_TIMEOUT', ['signed']],
    ['sign-removed', 'TOKEN_REMOVED', ['signed']],
  ])(
    '%s among them is %s; what was made before is kept, and no PIN is asked',
    async (fault, code, before) => {
      const prompt = answering(USER_PIN);
      const { key } = await keyWith(fault, prompt, 2);
      await sign(key, 0);
      const [first, ...others] = await outcomesOf([1, 2, 3].map((index) => sign(key, index)));
      expect(before).toContain(first);
      expect(others).toEqual([code, code]);
      expect(key.atOnce).toBe(1);
      expect(prompt.requests).toHaveLength(1);
      expect(logins()).toHaveLength(1);
    },
  );

  test('are ended before the login of another owner', async () => {
    const mine = answering(USER_PIN);
    const { key, service } = await keyWith('none', mine);
    await sign(key, 0);
    const theirs = answering(USER_PIN);
    const choice = { module: faulty.module, tokenSerial: serial, id: '01' };
    const other = await service.signingKey(choice, theirs);
    const asked = [1, 2].map((index) => sign(key, index));
    expect(await outcomesOf([...asked, sign(other, 3)])).toEqual(['signed', 'signed', 'signed']);
    expect(key.atOnce).toBe(1);
    expect(logins()).toHaveLength(2);
    expect([mine.requests.length, theirs.requests.length]).toEqual([1, 1]);
  });
});
