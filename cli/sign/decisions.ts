// What only a person decides while signing: by an option given before, else asked at the terminal, else no.
// A yes is noted in the journal before it is acted on (PP 71/2019 Pasal 62).
import type { OVERRIDES } from '../../core/domain/journal-entry.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { SigningDecisions } from '../../core/signing/request.ts';
import { explain } from '../explain.ts';
import { noteOverride } from '../journal/note.ts';
import type { SilentTerminal } from '../pin/silent-terminal.ts';
import type { Shell } from '../shell.ts';
import { signingTexts } from '../texts/signing.ts';

export interface DecisionOptions {
  readonly allowUnchecked?: boolean;
  readonly allowIncomplete?: boolean;
  readonly acceptChanges?: boolean;
  readonly outOfTurn?: boolean;
}

export interface Decider {
  readonly options: DecisionOptions;
  readonly document: ByteSource;
  /** SHA-256 of the signer's certificate. */
  readonly certificate: string;
  /** Null where nobody sits before it. */
  readonly terminal: () => SilentTerminal | null;
  readonly shell: Shell;
}

export function decisionsOf(decider: Decider): SigningDecisions {
  const { options, shell } = decider;
  const texts = signingTexts(shell.language);
  const first = ([problem]: readonly PenaError[]): string =>
    explain(problem ?? new PenaError('REVOCATION_NO_SOURCE'), shell).text;
  return {
    signUnchecked: async (problems) => {
      const words = [texts.unchecked(first(problems)), texts.anywayQuestion] as const;
      const yes = await decide(decider, 'sign-unchecked', options.allowUnchecked, words, problems);
      if (yes) shell.err.line(texts.signedUnchecked, { tone: 'warn' });
      return yes;
    },
    keepIncomplete: (_reached, problem) => {
      const words = [texts.incomplete(first([problem])), texts.incompleteQuestion] as const;
      return decide(decider, 'keep-incomplete', options.allowIncomplete, words, [problem]);
    },
    signOutOfTurn: (problem) => {
      const words = [first([problem]), texts.anywayQuestion] as const;
      return decide(decider, 'sign-out-of-turn', options.outOfTurn, words, [problem]);
    },
    signChanged: () => {
      const words = [texts.changed, texts.anywayQuestion] as const;
      const problem = new PenaError('PDF_CHANGED_AFTER_SIGNING');
      return decide(decider, 'sign-after-changes', options.acceptChanges, words, [problem]);
    },
  };
}

async function decide(
  { document, certificate, terminal, shell }: Decider,
  override: (typeof OVERRIDES)[number],
  allowed: boolean | undefined,
  [statement, question]: readonly [string, string],
  problems: readonly PenaError[],
): Promise<boolean> {
  if (allowed !== true) {
    const place = terminal();
    if (place === null) return false;
    shell.err.line(statement, { tone: 'warn' });
    const answer = await place.ask(question, true);
    const { yes } = signingTexts(shell.language);
    if (answer === null || Buffer.from(answer).toString().trim().toLowerCase() !== yes)
      return false;
  }
  await noteOverride({ override, document, certificate, codes: problems.map(({ code }) => code) });
  return true;
}
