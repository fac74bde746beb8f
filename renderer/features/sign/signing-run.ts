// The life of one signing as the window sees it.
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { PayloadOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';

export type Progress = PayloadOf<MainContract['signing.progress']>;
export type Phase = Progress['phase'];

/** In the order they happen. */
export const PHASES = [
  'preparing',
  'copying',
  'waiting-for-pin',
  'signing',
  'checking',
  'writing',
] as const satisfies readonly Phase[];

/** What the result view repeats of what was asked for. */
export interface SigningSummary {
  readonly source: string;
  readonly signer: string;
  /** Page of the stamp; null: none. */
  readonly page: number | null;
}

export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: Progress;
      readonly summary: SigningSummary;
      readonly cancelling: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done'; readonly signed: OpenedDocument; readonly summary: SigningSummary };

export type RunEvent =
  | { readonly kind: 'started'; readonly summary: SigningSummary }
  | { readonly kind: 'progressed'; readonly progress: Progress }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'signed'; readonly signed: OpenedDocument }
  | { readonly kind: 'reset' };

export const IDLE: RunState = { kind: 'idle' };
const FIRST: Progress = { phase: 'preparing', done: 0, total: 0 };

/** Next state. Events that do not fit the state are late and change nothing. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'started':
      if (state.kind === 'running') return state;
      return { kind: 'running', progress: FIRST, summary: event.summary, cancelling: false };
    case 'progressed':
      return state.kind === 'running' ? { ...state, progress: event.progress } : state;
    case 'cancelling':
      return state.kind === 'running' ? { ...state, cancelling: true } : state;
    case 'failed':
      if (state.kind !== 'running') return state;
      return event.failure.code === 'CANCELLED'
        ? { kind: 'cancelled' }
        : { kind: 'failed', failure: event.failure };
    case 'signed':
      if (state.kind !== 'running') return state;
      return { kind: 'done', signed: event.signed, summary: state.summary };
    case 'reset':
      return state.kind === 'running' ? state : IDLE;
  }
}

/** Share of the copying that is done, 0-100; null while nothing is counted. */
export function percentDone({ phase, done, total }: Progress): number | null {
  if (phase !== 'copying' || total <= 0) return null;
  return Math.min(100, Math.max(0, (done / total) * 100));
}
