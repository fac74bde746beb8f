// Colours and measures of the report: the tokens of the window (shared/design), in points.
import { decisiveReason } from '../../../domain/decisive-reason.ts';
import type { Verdict } from '../../../domain/indication.ts';
import { isExercise, shownVerdict } from '../../../domain/messages/verdict.ts';
import type { FileReport } from '../../../domain/report.ts';
import { type Margin, PAGE } from '../../../pdf/paper/sheet.ts';

export const INK = '#16202c';
export const INK_2 = '#51606f';
export const LINE = '#dfe5ea';
export const GROUND = '#f5f7f9';
export const BRAND = '#0b5c6b';

export interface Shade {
  readonly strong: string;
  readonly soft: string;
}

const OK: Shade = { strong: '#1d7a3e', soft: '#e6f4ea' };
const WARN: Shade = { strong: '#8a5a00', soft: '#fdf3dc' };
const BAD: Shade = { strong: '#b3261e', soft: '#fce8e6' };
const PLAIN: Shade = { strong: INK_2, soft: GROUND };

export type Tone = 'ok' | 'warn' | 'bad' | 'plain';
export const SHADES: Readonly<Record<Tone, Shade>> = { ok: OK, warn: WARN, bad: BAD, plain: PLAIN };

export const TONE_OF_VERDICT: Readonly<Record<Verdict, Tone>> = {
  TOTAL_PASSED: 'ok',
  INDETERMINATE: 'warn',
  TOTAL_FAILED: 'bad',
  NO_SIGNATURE: 'plain',
};

/** What is valid for practice only never looks like what is. */
export function toneOfReport(report: Pick<FileReport, 'verdict' | 'signatures'>): Tone {
  const said = { verdict: report.verdict, reason: decisiveReason(report)?.code ?? null };
  return isExercise(said) ? 'plain' : TONE_OF_VERDICT[shownVerdict(said)];
}

/** A4's margins. */
export const MARGIN: Margin = { left: 56, right: 56, top: 74, bottom: 66 };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Where values begin behind their names. */
export const VALUES = 132;
