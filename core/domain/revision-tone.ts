// How a later revision is shown: not by its changes alone, but by whether the signatures before it object to them.
import { toneOfReason } from './decisive-reason.ts';
import { MODIFICATIONS, type Modification } from './indication.ts';
import type { Reason, RevisionSummary, SignatureReport } from './report.ts';

type Tone = ReturnType<typeof toneOfReason>;
type Signature = Pick<SignatureReport, 'revision' | 'reasons'>;

/** Worst last. */
const GRAVITY: readonly Tone[] = ['ok', 'plain', 'warn', 'bad'];

/** What a certification permits at most, by its level (ISO 32000-2, table 257). */
const PERMITTED: Readonly<Record<string, Modification>> = {
  1: 'LTA_UPDATES',
  2: 'FORM_FILLING',
  3: 'ANNOTATIONS',
};

/** The gravest of what its changes are and of what earlier signatures say of them. */
export function toneOfRevision(revision: RevisionSummary, signatures: readonly Signature[]): Tone {
  const earlier = signatures.filter(
    (one) => one.revision !== null && one.revision < revision.revision,
  );
  const tones = [
    ...revision.changes.map(({ code }) => toneOfReason(code)),
    ...earlier.flatMap(({ reasons }) => reasons.map((reason) => objection(reason, revision))),
    unnamed(revision, earlier),
  ];
  return GRAVITY[Math.max(...tones.map((tone) => GRAVITY.indexOf(tone)))] ?? 'plain';
}

/** Where none of the changes is named, all that is known is how the file is built. */
function unnamed({ level, changes }: RevisionSummary, earlier: readonly Signature[]): Tone {
  if (level === 'NOT_JUDGED') return 'plain';
  if (level !== 'OTHER' || changes.length > 0) return 'ok';
  const forged = earlier.some(({ reasons }) =>
    reasons.some(({ code }) => code === 'STRUCTURE_FORGED'),
  );
  return forged ? 'bad' : 'warn';
}

function objection({ code, params }: Reason, { level, changes }: RevisionSummary): Tone {
  switch (code) {
    case 'CERTIFICATION_BROKEN': {
      const permitted = PERMITTED[String(params['level'])] ?? 'NONE';
      return level !== null && rank(level) > rank(permitted) ? 'bad' : 'ok';
    }
    case 'LOCKED_FIELD_CHANGED':
    case 'STAMP_UNFORESEEN':
      return changes.some((change) => change.params['field'] === params['field']) ? 'bad' : 'ok';
    case 'COMMENTS_UNFORESEEN':
      return level === 'ANNOTATIONS' ? 'warn' : 'ok';
    default:
      return 'ok';
  }
}

function rank(level: Modification): number {
  return MODIFICATIONS.indexOf(level);
}
