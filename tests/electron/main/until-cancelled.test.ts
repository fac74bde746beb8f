import { describe, expect, it } from 'vitest';
import { untilCancelled } from '../../../electron/main/until-cancelled.ts';
import { rejection } from '../../support/rejection.ts';

const never = (): Promise<never> => new Promise(() => undefined);

describe('untilCancelled', () => {
  it('hands on what the work answers or throws', async () => {
    const { signal } = new AbortController();
    expect(await untilCancelled(signal, () => Promise.resolve(7))).toBe(7);
    await expect(untilCancelled(signal, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });

  it('does not begin what is cancelled already', async () => {
    let begun = false;
    const work = (): Promise<void> => Promise.resolve(void (begun = true));
    const error = await rejection(untilCancelled(AbortSignal.abort(), work));
    expect(error).toMatchObject({ code: 'CANCELLED' });
    expect(begun).toBe(false);
  });

  it('leaves work that never answers', async () => {
    const stopping = new AbortController();
    const waiting = rejection(untilCancelled(stopping.signal, never));
    stopping.abort();
    expect(await waiting).toMatchObject({ code: 'CANCELLED' });
  });

  it('lets work end within its grace', async () => {
    const stopping = new AbortController();
    let answer: (value: string) => void = () => undefined;
    const work = () => new Promise<string>((resolve) => (answer = resolve));
    const waiting = untilCancelled(stopping.signal, work, 60_000);
    stopping.abort();
    answer('signed');
    expect(await waiting).toBe('signed');
  });
});
