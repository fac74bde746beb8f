// Which language the command line speaks: `--lang`, else the environment's, else Bahasa Indonesia.
import { LANGUAGES, type Language } from '../core/domain/language.ts';
import { UsageError } from './usage-error.ts';

interface Choice {
  readonly language: Language;
  /** The arguments without --lang and its value. */
  readonly rest: string[];
  /** What is wrong with the value given; the language is then the environment's. */
  readonly error: UsageError | null;
}

/** Chosen before anything else is read: help and complaints already speak it. */
export function chooseLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Choice {
  // POSIX order: the first of the three that is set decides.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  let language: Language = locale.startsWith('en') ? 'en' : 'id';
  let error: UsageError | null = null;
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      rest.push(...argv.slice(i));
      break;
    }
    if (argument !== '--lang' && !argument.startsWith('--lang=')) {
      rest.push(argument);
      continue;
    }
    const value = argument === '--lang' ? argv[++i] : argument.slice('--lang='.length);
    const known = LANGUAGES.find((candidate) => candidate === value);
    if (known === undefined) error = new UsageError('langInvalid');
    else language = known;
  }
  return { language, rest, error };
}
