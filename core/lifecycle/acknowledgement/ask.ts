// Asks the superior, and takes the answer in: the letter that the owner has signed goes out as a file, and comes back as
// the same letter with the superior's signature, which makes the statement of Pasal 16(4) whole.
import { PenaError } from '../../domain/pena-error.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { commonName } from '../../domain/common-name.ts';
import { addPaper } from '../lost-key/add-paper.ts';
import type { LostKeyCase } from '../lost-key/case.ts';
import { judged } from '../lost-key/open-case.ts';
import { readCase } from '../lost-key/read-case.ts';
import { stateOf } from '../lost-key/state.ts';
import { inTurn } from '../in-turn.ts';
import type { Acknowledger, Owner } from './acknowledger.ts';
import {
  isZip,
  openAcknowledgement,
  paperOf,
  type Question,
  writeAcknowledgement,
} from './file.ts';

/** @param id of the question, a UUID. @throws {PenaError} CASE_*, PAPER_NOT_SIGNED, FILE_* */
export function askSuperior(
  caseId: string,
  id: string,
  cases: CaseStore,
  now: Date,
): Promise<Uint8Array> {
  return inTurn(cases, caseId, () => ask(caseId, id, cases, now));
}

async function ask(caseId: string, id: string, cases: CaseStore, now: Date): Promise<Uint8Array> {
  const lost = await readCase(cases, caseId);
  if (stateOf(lost) === 'withdrawn') throw new PenaError('CASE_DATA_INVALID', { field: 'state' });
  const { statement, certificate, ground, owner, superior } = lost;
  const isReady =
    statement?.signedByOwner === true && statement.copy.mediaType === 'application/pdf';
  if (!isReady) throw new PenaError('PAPER_NOT_SIGNED');
  const letter = await cases.readPaper(caseId, statement.copy.sha256);
  const askedAt = now.toISOString();
  const question: Question = {
    ...{ format: 'pena-acknowledgement-1', id, askedAt, ground },
    ...{ owner: plain(owner.name), superior: superior === null ? null : plain(superior.name) },
    certificate: {
      ...{ serial: certificate.serial, issuer: plain(commonName(certificate.issuer)) },
      subject: certificate.subject === null ? null : plain(commonName(certificate.subject)),
    },
    letter: paperOf(letter),
  };
  const file = writeAcknowledgement({ question, letter });
  const asked = { id, askedAt, letter: statement.copy.sha256 };
  await cases.write(caseId, judged({ ...lost, asked }));
  return file;
}

/** As `acknowledgerOf`, in whatever process reads PDFs. */
export type Judge = (
  asked: Uint8Array,
  answered: Uint8Array,
  owner: Omit<Owner, 'certificate'>,
) => Promise<Acknowledger>;

export interface Taken {
  readonly lost: LostKeyCase;
  readonly by: Acknowledger;
}

/**
 * @param answer the file that came back, or the signed PDF alone
 * @throws {PenaError} as `acknowledgerOf`, and PACKAGE_*, PAPER_NOT_ASKED, CASE_*, FILE_*
 */
export async function takeAnswer(
  caseId: string,
  answer: Uint8Array,
  cases: CaseStore,
  now: Date,
  judge: Judge,
): Promise<Taken> {
  const lost = await readCase(cases, caseId);
  const { asked, statement } = lost;
  if (asked === undefined || statement === null) throw new PenaError('PAPER_NOT_ASKED');
  const letter = isZip(answer) ? answeredIn(answer, asked.id) : answer;
  // Another letter stands in its place since.
  const isSame = [asked.letter, paperOf(letter).sha256].includes(statement.copy.sha256);
  if (!isSame) throw new PenaError('PAPER_OTHER_LETTER');
  const before = await cases.readPaper(caseId, asked.letter);
  const by = await judge(before, letter, ownerOf(lost));
  const { name, sha256 } = by;
  const acknowledgedBy = { name: plain(name), sha256, at: now.toISOString() };
  const told = { kind: 'statement', signedByOwner: true, acknowledged: true } as const;
  return { lost: await addPaper(caseId, letter, { ...told, acknowledgedBy }, { cases }), by };
}

/**
 * What goes back: the question with the letter signed, looked at before anybody carries it away.
 * @throws {PenaError} as `acknowledgerOf`, and PACKAGE_*, PAPER_ANSWERED
 */
export async function answerTo(
  request: Uint8Array,
  signed: Uint8Array,
  judge: Judge,
): Promise<{ readonly file: Uint8Array; readonly by: Acknowledger }> {
  const { question, letter } = openAcknowledgement(request);
  if (question.answer !== undefined) throw new PenaError('PAPER_ANSWERED');
  const { certificate, owner } = question;
  const names = [owner, certificate.subject ?? owner];
  const by = await judge(letter, signed, { serial: certificate.serial, names });
  const answered = { ...question, answer: paperOf(signed) };
  return { file: writeAcknowledgement({ question: answered, letter: signed }), by };
}

function answeredIn(bytes: Uint8Array, id: string): Uint8Array {
  const { question, letter } = openAcknowledgement(bytes);
  if (question.id !== id) throw new PenaError('PAPER_OTHER_LETTER');
  if (question.answer === undefined) throw new PenaError('PAPER_NOT_ACKNOWLEDGED');
  return letter;
}

function ownerOf({ owner, certificate: meant }: LostKeyCase): Omit<Owner, 'certificate'> {
  const names = [owner.name, ...(meant.subject === null ? [] : [commonName(meant.subject)])];
  return { serial: meant.serial, names };
}

/** For a file that somebody else reads: nothing in it that steers a terminal or turns the reading direction. */
function plain(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, 200) || '-'
  );
}
