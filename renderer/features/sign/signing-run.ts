// The life of one signing as the window sees it.
import type { PayloadOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { Question } from '../../components/question-card.tsx';
import { type BaselineLevel, reaches } from '../../../core/domain/signature-level.ts';

export type Progress = PayloadOf<MainContract['signing.progress']>;
export type Phase = Progress['phase'];
export type Signed = ResponseOf<MainContract['signing.start']>;

/** In the order they happen, and from which level on they do. */
const PHASES: readonly (readonly [Phase, BaselineLevel])[] = [
  ['preparing', 'B-B'],
  ['asking', 'B-B'],
  ['copying', 'B-B'],
  ['waiting-for-pin', 'B-B'],
  ['signing', 'B-B'],
  ['stamping', 'B-T'],
  ['checking', 'B-B'],
  ['proving', 'B-LT'],
  ['archiving', 'B-LTA'],
  ['writing', 'B-B'],
];

/** What a signing at this level goes through. */
export function phasesOf(level: BaselineLevel): readonly Phase[] {
  return PHASES.flatMap(([phase, from]) => (reaches(level, from) ? [phase] : []));
}

/** What the result view repeats of what was asked for. */
export interface SigningSummary {
  readonly source: string;
  readonly signer: string;
  /** Page of the stamp; null: none. */
  readonly page: number | null;
  /** What was asked for. */
  readonly level: BaselineLevel;
}

export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: Progress;
      readonly summary: SigningSummary;
      readonly cancelling: boolean;
      /** What only the person decides, while it is open. */
      readonly question: Question | null;
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done'; readonly signed: Signed; readonly summary: SigningSummary };

export type RunEvent =
  | { readonly kind: 'started'; readonly summary: SigningSummary }
  | { readonly kind: 'progressed'; readonly progress: Progress }
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'decided' }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'signed'; readonly signed: Signed }
  | { readonly kind: 'reset' };

export const IDLE: RunState = { kind: 'idle' };
const FIRST: Progress = { phase: 'preparing', done: 0, total: 0 };

/** Next state. Events that do not fit the state are late and change nothing. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'started':
      if (state.kind === 'running') return state;
      return {
        ...{ kind: 'running', progress: FIRST, summary: event.summary },
        ...{ cancelling: false, question: null },
      };
    case 'progressed':
      return state.kind === 'running' ? { ...state, progress: event.progress } : state;
    case 'asked':
      return state.kind === 'running' ? { ...state, question: event.question } : state;
    case 'decided':
      return state.kind === 'running' ? { ...state, question: null } : state;
    case 'cancelling':
      return state.kind === 'running' ? { ...state, cancelling: true, question: null } : state;
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
