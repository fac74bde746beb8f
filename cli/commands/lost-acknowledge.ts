// `pena lost ask|acknowledge|acknowledged`: the superior's "Mengetahui" (Pasal 16(4)) as a file that goes to the
// superior's computer, or token, and comes back with the letter signed.
import { randomUUID } from 'node:crypto';
import { formatDateTime } from '../../core/domain/local-time.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import {
  type Acknowledger,
  acknowledgerOf,
} from '../../core/lifecycle/acknowledgement/acknowledger.ts';
import { answerTo, askSuperior, takeAnswer } from '../../core/lifecycle/acknowledgement/ask.ts';
import { openAcknowledgement, type Question } from '../../core/lifecycle/acknowledgement/file.ts';
import { suspectDer } from '../../core/lifecycle/doubt/suspect.ts';
import { followed } from '../../core/lifecycle/lost-key/follow.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import type { ValidationOptions } from '../../core/validation/validate-document.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { readSmallFile } from '../../native/files/small-file.ts';
import { EXIT } from '../exit-codes.ts';
import { type LetterKey, signLetter } from '../lost/sign-letter.ts';
import { withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import { officeTerms } from '../lost/terms.ts';
import type { Shell } from '../shell.ts';
import { acknowledgeTexts } from '../texts/acknowledge.ts';
import type { StatusOptions } from './lost.ts';
import { judgementOf } from './verify.ts';
import '../pictures.ts';

interface JudgingOptions {
  readonly trust?: readonly string[];
  readonly offline?: boolean;
}
export interface AskOptions extends StatusOptions {
  readonly out: string;
}
export interface AcknowledgeOptions extends JudgingOptions, LetterKey {
  readonly letter?: string;
  readonly out?: string;
  /** The letter, signed with another program. */
  readonly signed?: string;
  readonly json?: boolean;
}
export interface AcknowledgedOptions extends StatusOptions, JudgingOptions {}

/** @returns 0. @throws {PenaError} CASE_*, PAPER_NOT_SIGNED, FILE_* */
export async function lostAsk(id: string, options: AskOptions, shell: Shell): Promise<number> {
  return withCases(options, shell, async ({ cases }) => {
    await writeNew(options.out, async () => ({
      file: await askSuperior(id, randomUUID(), cases, new Date()),
    }));
    if (options.json === true) shell.out.json({ request: options.out });
    else shell.out.line(acknowledgeTexts(shell.language).asked(options.out), { tone: 'ok' });
    return EXIT.ok;
  });
}

/**
 * Shows what is asked; signs only where `--out` says where the answer goes.
 * @throws {PenaError} PACKAGE_*, PAPER_*, TOKEN_*, P12_*, PIN_*, FILE_*, USAGE, CANCELLED
 */
export async function lostAcknowledge(
  path: string,
  options: AcknowledgeOptions,
  shell: Shell,
): Promise<number> {
  const request = await readAcknowledgement(path);
  const { question, letter } = openAcknowledgement(request);
  const texts = acknowledgeTexts(shell.language);
  const quiet = options.json === true;
  if (!quiet) showQuestion(question, shell);
  if (options.letter !== undefined) {
    await writeNew(options.letter, () => Promise.resolve({ file: letter }));
  }
  const { out } = options;
  if (out === undefined) {
    if (quiet) shell.out.json({ question });
    else shell.err.line(texts.readFirst, { tone: 'dim' });
    return EXIT.ok;
  }
  // Before anybody types a PIN for it.
  if (question.answer !== undefined) throw new PenaError('PAPER_ANSWERED');
  const { by } = await writeNew(out, async () => {
    const signed =
      options.signed === undefined
        ? await signLetter(letter, options, shell)
        : await readSmallFile(options.signed, REPORT_LIMITS.paperBytes, 'PAPER_TOO_LARGE');
    const judgement = await judging(options, shell);
    return answerTo(request, signed, (asked, answered, owner) =>
      acknowledgerOf(asked, answered, { ...owner, certificate: null }, judgement),
    );
  });
  tellSigner(by, question.superior, shell);
  if (quiet) shell.out.json({ question, answer: out, by });
  else shell.out.line(texts.answered(out), { tone: 'ok' });
  return EXIT.ok;
}

/** @returns as `pena lost status`. @throws {PenaError} PACKAGE_*, PAPER_*, CASE_*, FILE_* */
export async function lostAcknowledged(
  id: string,
  path: string,
  options: AcknowledgedOptions,
  shell: Shell,
): Promise<number> {
  const answer = await readAcknowledgement(path);
  const judgement = await judging(options, shell);
  const terms = await officeTerms();
  return withCases(options, shell, async ({ cases, outbox }) => {
    const before = await readCase(cases, id);
    const certificate = await suspectDer(before, cases, new CertificateRegistry());
    const { lost, by } = await takeAnswer(id, answer, cases, new Date(), (asked, answered, owner) =>
      acknowledgerOf(asked, answered, { ...owner, certificate }, judgement),
    );
    tellSigner(by, lost.superior?.name ?? null, shell);
    return show([await followed(lost, outbox)], options, shell, terms);
  });
}

function showQuestion(question: Question, { out, language, zone }: Shell): void {
  const texts = acknowledgeTexts(language);
  const { owner, superior, ground, certificate, askedAt, letter, answer } = question;
  const { subject, issuer, serial } = certificate;
  out.line(texts.title, { tone: 'strong' });
  out.facts([
    { name: texts.owner, value: owner },
    ...(superior === null ? [] : [{ name: texts.superior, value: superior }]),
    { name: texts.ground, value: texts.grounds[ground] },
    { name: texts.certificate, value: subject === null ? issuer : `${subject} (${issuer})` },
    { name: texts.serial, value: serial },
    { name: texts.askedAt, value: formatDateTime(askedAt, zone, language) },
    { name: texts.digest, value: letter.sha256 },
    ...(answer === undefined ? [] : [{ name: texts.answer, value: answer.sha256 }]),
  ]);
}

function tellSigner(by: Acknowledger, named: string | null, { err, language }: Shell): void {
  const texts = acknowledgeTexts(language);
  err.line(texts.signer(by.name), { tone: 'ok' });
  if (named !== null && named.toUpperCase() !== by.name.toUpperCase()) {
    err.line(texts.notNamed(by.name, named), { tone: 'warn' });
  }
  if (by.indication !== 'TOTAL_PASSED') err.line(texts.unchecked, { tone: 'warn' });
}

async function judging(options: JudgingOptions, shell: Shell): Promise<ValidationOptions> {
  const { trust, offline } = options;
  const wish = {
    ...(trust === undefined ? {} : { trust }),
    ...(offline === undefined ? {} : { offline }),
  };
  return { ...(await judgementOf(wish, shell)), now: new Date(), signal: shell.interrupt.signal };
}

/** A letter, and the few lines beside it. */
function readAcknowledgement(path: string): Promise<Uint8Array> {
  return readSmallFile(path, REPORT_LIMITS.packageBytes, 'PACKAGE_TOO_LARGE');
}

/** The place first: for a file that cannot be written nobody is asked anything, and nothing is signed. */
async function writeNew<T extends { readonly file: Uint8Array }>(
  path: string,
  make: () => Promise<T>,
): Promise<T> {
  const output = await createAtomicOutput(path, { overwrite: false });
  try {
    const made = await make();
    await output.append(made.file);
    await output.commit();
    return made;
  } finally {
    await output.abort();
  }
}
