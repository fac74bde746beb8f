// What makes a batch of many small documents quick.
import { setFlagsFromString } from 'node:v8';
import type { BatchPlan } from '../../core/domain/batch.ts';

/** Where stamps are drawn: fonts and drawing take as long to load as the token's own process to start. */
export function loadDrawing({ stamp, footer = null, files }: BatchPlan): void {
  const drawn =
    (stamp ?? footer) !== null ||
    files.some((file) => (file.stamp ?? file.footer ?? null) !== null);
  // Whoever draws says what is wrong.
  if (drawn) import('../../core/pdf/appearance/draw-stamp.ts').catch(() => undefined);
}

/**
 * In the few seconds of a batch, compiling what is only warm takes more of the processor than it saves: a
 * quarter of all, for a thousand documents. What is really hot is compiled all the same, a little later.
 * And four threads that look for the little that outlives a document wake each other more than they help.
 * Called once what is large is loaded: under other settings nothing is taken that was compiled before.
 */
export function wasteLess(): void {
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-parallel-scavenge');
}
