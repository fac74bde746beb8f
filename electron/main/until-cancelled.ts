// Work of a token's software, which may never answer: whoever cancels does not wait for its time-out.
import { setTimeout as delay } from 'node:timers/promises';
import { PenaError } from '../../core/domain/pena-error.ts';

/**
 * @param grace milliseconds that the work still gets after the signal
 * @throws {PenaError} CANCELLED once the signal came; what `work` throws until then
 */
export async function untilCancelled<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  grace = 0,
): Promise<T> {
  if (signal.aborted) throw new PenaError('CANCELLED');
  const working = work();
  // Nobody hears what becomes of it later.
  working.catch(() => undefined);
  let stop: () => void = () => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    stop = () => {
      void delay(grace, undefined, { ref: false }).then(() => reject(new PenaError('CANCELLED')));
    };
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([working, cancelled]);
  } finally {
    signal.removeEventListener('abort', stop);
    cancelled.catch(() => undefined);
  }
}
