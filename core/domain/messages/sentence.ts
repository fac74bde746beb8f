// Turns codes and their parameters into sentences: {name} is filled in, [a part in brackets] is left out
// where one of its parameters is not known.
import type { ErrorCode } from '../error-code.ts';
import type { Language } from '../language.ts';
import { formatDateTime, type Zone, zoneOfOffset } from '../local-time.ts';
import type { ReasonCode } from '../reason-code.ts';
import { ERRORS_EN } from './errors.en.ts';
import { ERRORS_ID } from './errors.id.ts';
import type { PreflightCode } from '../preflight.ts';
import { PREFLIGHT_EN } from './preflight.en.ts';
import { PREFLIGHT_ID } from './preflight.id.ts';
import { REASONS_EN } from './reasons.en.ts';
import { REASONS_ID } from './reasons.id.ts';
import { revocationReason } from './revocation-reason.ts';
import { standardTerm } from './standard-terms.ts';

type Params = Readonly<Record<string, string | number>>;

const ERRORS = { id: ERRORS_ID, en: ERRORS_EN } as const;
const PREFLIGHT = { id: PREFLIGHT_ID, en: PREFLIGHT_EN } as const;
const REASONS = { id: REASONS_ID, en: REASONS_EN } as const;
/** For a parameter that a sentence cannot do without. */
const UNKNOWN: Readonly<Record<Language, string>> = { id: '(tidak diketahui)', en: '(unknown)' };
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** @param zone whose clock the times in the sentence follow; without one, this computer's */
export function errorSentence(
  code: ErrorCode,
  params: Params,
  language: Language,
  zone: Zone = zoneHere(),
): string {
  return fill(ERRORS[language][code], params, language, zone);
}

/** The same of a verdict's reason. */
export function reasonSentence(
  code: ReasonCode,
  params: Params,
  language: Language,
  zone: Zone = zoneHere(),
): string {
  return fill(REASONS[language][code], params, language, zone);
}

/** The same of what is found before signing. */
export function preflightSentence(code: PreflightCode, params: Params, language: Language): string {
  return fill(PREFLIGHT[language][code], params, language, zoneHere());
}

/** Joins a sentence to the words before a colon: its first letter becomes small, unless it is an acronym. */
export function afterColon(sentence: string): string {
  const [first = '', second = ''] = sentence;
  return second === second.toUpperCase() && /\p{L}/u.test(second)
    ? sentence
    : first.toLowerCase() + sentence.slice(first.length);
}

function zoneHere(): Zone {
  return zoneOfOffset(new Date().getTimezoneOffset());
}

function fill(template: string, params: Params, language: Language, zone: Zone): string {
  const known = (name: string): string | null => {
    const value = params[name];
    if (value === undefined || value === '') return null;
    if (typeof value === 'number') return standardTerm(name, String(value), language);
    if (name === 'reason') return revocationReason(value, language);
    return ISO_TIME.test(value)
      ? formatDateTime(value, zone, language)
      : standardTerm(name, value, language);
  };
  // One pass over the template: what parameters hold is never taken for holes or brackets.
  return template.replace(/\[([^\]]*)\]|\{(\w+)\}/g, (_whole, optional?: string, name?: string) => {
    if (optional === undefined) return known(name ?? '') ?? UNKNOWN[language];
    const names = Array.from(optional.matchAll(/\{(\w+)\}/g), (hole) => hole[1] ?? '');
    if (names.some((inner) => known(inner) === null)) return '';
    return optional.replace(/\{(\w+)\}/g, (_hole, inner: string) => known(inner) ?? '');
  });
}
