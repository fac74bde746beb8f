// Whether the command line is to run in practice mode: `--practice` before or after the command, or the environment
// of a training room (PENA_PRACTICE=1).
import { practiceMode } from '../native/settings/practice-mode.ts';

export function choosePractice(given: readonly string[]): {
  readonly practice: boolean;
  /** The arguments without it. */
  readonly argv: string[];
} {
  const end = given.includes('--') ? given.indexOf('--') : given.length;
  const asked = given.indexOf('--practice');
  const here = asked !== -1 && asked < end;
  const argv = given.filter((one, i) => i >= end || one !== '--practice');
  // `pena practice` says itself what it does.
  return { practice: (here || practiceMode()) && argv[0] !== 'practice', argv };
}
