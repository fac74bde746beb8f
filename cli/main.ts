// Entry of the command line: language first, then the command; whatever fails becomes a sentence, a code
// and an exit code, never a stack.
import { existsSync, readFileSync } from 'node:fs';
import { zoneOfOffset } from '../core/domain/local-time.ts';
import { toPenaError } from '../core/domain/pena-error.ts';
import { runCommandLine } from './command-line.ts';
import { exitCodeOf } from './exit-codes.ts';
import { complain, explain } from './explain.ts';
import { Interrupt } from './interrupt.ts';
import { chooseLanguage } from './language.ts';
import { Output } from './output.ts';
import { refusePinArguments } from './pin-argument.ts';
import type { Shell } from './shell.ts';
import { TEXTS_EN } from './texts/en.ts';
import { TEXTS_ID } from './texts/id.ts';
import { choosePractice } from './practice.ts';
import { trace } from './trace.ts';

const { practice, argv } = choosePractice(process.argv.slice(2));
const { language, rest, error } = chooseLanguage(argv, process.env);
const shell: Shell = {
  language,
  texts: language === 'en' ? TEXTS_EN : TEXTS_ID,
  zone: zoneOfOffset(new Date().getTimezoneOffset()),
  out: new Output(process.stdout, process.env),
  err: new Output(process.stderr, process.env),
  interrupt: new Interrupt(),
};

// `pena verify ... | head` closes the pipe early: what is left has no reader.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => process.exit());
}
// Nothing may end in Node's own report, which shows a stack.
process.on('uncaughtException', (thrown) => {
  fail(thrown);
  process.exit();
});

try {
  refusePinArguments(rest);
  if (error !== null) throw error;
  if (practice) await (await import('./commands/practice.ts')).enterPractice(shell);
  process.exitCode = await runCommandLine(rest, shell, version());
  if (shell.interrupt.signal.aborted) process.exitCode = shell.interrupt.exitCode;
} catch (thrown) {
  fail(thrown);
}

/** What stopped the whole run: a sentence for people, an object for programs. */
function fail(thrown: unknown): void {
  const known = toPenaError(thrown);
  complain(known, shell);
  if (rest.includes('--json')) shell.out.json({ error: explain(known, shell) });
  if (rest.includes('--jsonl')) shell.out.jsonLine({ error: explain(known, shell) });
  trace(thrown, shell);
  process.exitCode = known.code === 'CANCELLED' ? shell.interrupt.exitCode : exitCodeOf(known.code);
}

/** From the package beside cli/, or beside out/. */
function version(): string {
  const places = ['../package.json', '../../package.json'].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) return '?';
  const parsed: unknown = JSON.parse(readFileSync(found, 'utf8'));
  return typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
    ? parsed.version
    : '?';
}
