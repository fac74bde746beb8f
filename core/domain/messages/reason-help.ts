// What somebody who reads a reason can do about it.
import type { Language } from '../language.ts';
import type { ReasonCode } from '../reason-code.ts';
import { REASON_HELP_EN } from './reason-help.en.ts';
import { REASON_HELP_ID } from './reason-help.id.ts';

const HELP = { id: REASON_HELP_ID, en: REASON_HELP_EN } as const;

/** "What do I do now", in a sentence or two. */
export function reasonHelp(code: ReasonCode, language: Language): string {
  return HELP[language][code];
}
