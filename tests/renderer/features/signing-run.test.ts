// The life of a signing: late events change nothing, cancelling is not a failure.
import { describe, expect, it } from 'vitest';
import { questionHandle } from '../../../core/contract/signing.ts';
import { documentHandle } from '../../../core/contract/shapes.ts';
import type { Question } from '../../../renderer/components/question-card.tsx';
import {
  IDLE,
  percentDone,
  phasesOf,
  reduceRun,
  type RunState,
  type Signed,
} from '../../../renderer/features/sign/signing-run.ts';

const summary = { source: 'a.pdf', signer: 'LATIHAN', page: 1, level: 'B-T' } as const;
const running = reduceRun(IDLE, { kind: 'started', summary });
const signed: Signed = {
  signed: {
    document: documentHandle.parse(`doc_${'0'.repeat(32)}`),
    name: 'b.pdf',
    size: 1,
    viewSize: 1,
    pageCount: 1,
    signatureCount: 1,
  },
  level: 'B-T',
  incomplete: null,
};
const question: Question = {
  question: questionHandle.parse(`qst_${'0'.repeat(32)}`),
  kind: 'unchecked',
  problems: [],
};

describe('reduceRun', () => {
  it('goes from start over progress to the signed document', () => {
    const copying = reduceRun(running, {
      kind: 'progressed',
      progress: { phase: 'copying', done: 1, total: 2 },
    });
    expect(copying).toMatchObject({ kind: 'running', progress: { phase: 'copying' } });
    expect(reduceRun(copying, { kind: 'signed', signed })).toEqual({
      kind: 'done',
      signed,
      summary,
    });
  });

  it('shows a question until it is answered or the signing is cancelled', () => {
    const asked = reduceRun(running, { kind: 'asked', question });
    expect(asked).toMatchObject({ question });
    expect(reduceRun(asked, { kind: 'decided' })).toMatchObject({ question: null });
    expect(reduceRun(asked, { kind: 'cancelling' })).toMatchObject({ question: null });
    expect(reduceRun(IDLE, { kind: 'asked', question })).toBe(IDLE);
  });

  it('tells cancelled from failed', () => {
    const failed = (code: 'CANCELLED' | 'TOKEN_REMOVED'): RunState =>
      reduceRun(running, { kind: 'failed', failure: { code, params: {} } });
    expect(failed('CANCELLED')).toEqual({ kind: 'cancelled' });
    expect(failed('TOKEN_REMOVED')).toMatchObject({ kind: 'failed' });
  });

  it('does not start twice and is not reset while it runs', () => {
    expect(reduceRun(running, { kind: 'started', summary: { ...summary, page: 2 } })).toBe(running);
    expect(reduceRun(running, { kind: 'reset' })).toBe(running);
  });

  it('ignores what comes too late', () => {
    const progress = { phase: 'writing', done: 0, total: 0 } as const;
    expect(reduceRun(IDLE, { kind: 'progressed', progress })).toBe(IDLE);
    expect(reduceRun(IDLE, { kind: 'signed', signed })).toBe(IDLE);
    expect(reduceRun(IDLE, { kind: 'cancelling' })).toBe(IDLE);
  });
});

describe('phasesOf', () => {
  it('names what each level goes through, in order', () => {
    expect(phasesOf('B-B')).not.toContain('stamping');
    expect(phasesOf('B-T')).toContain('stamping');
    expect(phasesOf('B-T')).not.toContain('proving');
    expect(phasesOf('B-LTA').slice(-3)).toEqual(['proving', 'archiving', 'writing']);
  });
});

describe('percentDone', () => {
  it('counts only the copying', () => {
    expect(percentDone({ phase: 'copying', done: 25, total: 100 })).toBe(25);
    expect(percentDone({ phase: 'copying', done: 0, total: 0 })).toBeNull();
    expect(percentDone({ phase: 'writing', done: 1, total: 2 })).toBeNull();
  });
});
