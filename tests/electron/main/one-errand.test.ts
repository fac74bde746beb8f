// One errand has the token at a time: its login ends with it, and another's PIN would end with that.
import { afterAll, describe, expect, test, vi } from 'vitest';
import { tokenHandle } from '../../../core/contract/shapes.ts';

vi.mock('electron', () => ({ app: {}, dialog: {}, utilityProcess: {} }));
// Neither what other files have loaded without it nor, to them, what is loaded with it here.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());
const { Batches } = await import('../../../electron/main/batches.ts');
const { Signing } = await import('../../../electron/main/signing.ts');
const { TokenPins } = await import('../../../electron/main/token-pins.ts');

const leave = vi.fn(() => Promise.resolve());
/** Stands for all that an errand could touch: a busy token must be seen before. */
const parts = { busy: () => true, tokens: { leave }, questions: { drop: () => undefined } };
const token = tokenHandle.parse(`tok_${'0'.repeat(32)}`);

describe('while another errand has the token', () => {
  test('no signing begins, and the login of the other one is left alone', async () => {
    const signing = new Signing(parts as never);
    await expect(signing.start({} as never)).rejects.toMatchObject({ code: 'TOKEN_IN_USE_HERE' });
    expect(signing.running).toBe(false);
    expect(leave).not.toHaveBeenCalled();
  });

  test('no batch begins', async () => {
    const batches = new Batches(parts as never);
    const { batch } = batches.open({ name: 'satu', paths: ['/satu.pdf'], sealed: null });
    for (const begun of [batches.review(batch, {} as never), batches.start(batch, {} as never)]) {
      await expect(begun).rejects.toMatchObject({ code: 'TOKEN_IN_USE_HERE' });
    }
    expect(leave).not.toHaveBeenCalled();
    expect(batches.running).toBe(false);
  });

  test('no PIN is changed', async () => {
    const pins = new TokenPins(parts as never);
    await expect(pins.set(token, 'change')).rejects.toMatchObject({ code: 'TOKEN_IN_USE_HERE' });
  });
});

test('a PIN being changed is an errand too, and one at a time', async () => {
  const known = { certificates: { token: () => ({ certificates: [] }) } };
  const list = vi.fn(() => new Promise<never>(() => undefined));
  const tokens = new Proxy({}, { get: () => list });
  const pins = new TokenPins({ ...known, tokens, busy: () => false } as never);
  void pins.set(token, 'change');
  expect(pins.running).toBe(true);
  await expect(pins.set(token, 'change')).rejects.toMatchObject({ code: 'TOKEN_IN_USE_HERE' });
});
