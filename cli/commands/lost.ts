// `pena lost report|status|paper`: a certificate whose key is out of its owner's hands is blocked here at once, reported before any
// paper, and followed until its issuer says revoked (Peraturan Wali Kota Samarinda 13/2020, Pasal 16).
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readCertificate } from '../../core/cms/certificate.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { REPORT_GROUNDS, REPORTERS } from '../../core/domain/revocation-request.ts';
import { fieldsOfCase, fieldsOfStatement } from '../../core/lifecycle/letters/case-fields.ts';
import { suspectDer } from '../../core/lifecycle/doubt/suspect.ts';
import { addPaper } from '../../core/lifecycle/lost-key/add-paper.ts';
import { block } from '../../core/lifecycle/lost-key/block.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import { followed } from '../../core/lifecycle/lost-key/follow.ts';
import { invalidityDate } from '../../core/lifecycle/lost-key/ground.ts';
import { issuerInPdf } from '../../core/lifecycle/lost-key/issuer-in-pdf.ts';
import { openCase, report } from '../../core/lifecycle/lost-key/open-case.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { statementSigners } from '../../core/lifecycle/lost-key/statement-signers.ts';
import type { CaseStore } from '../../core/ports/case-store.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { readPaper } from '../../native/files/small-file.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { EXIT } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { readJson } from '../lost/json-file.ts';
import { certificateFile, meant, type MeantOptions } from '../lost/meant.ts';
import { type DraftsOptions, withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import { officeTerms } from '../lost/terms.ts';
import { letterParts, writeLetter } from '../lost/write-letter.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { judgementOf } from './verify.ts';
import '../pictures.ts';

export interface StatusOptions extends DraftsOptions {
  readonly json?: boolean;
}
export interface ReportLostOptions extends StatusOptions, MeantOptions, JournalOption {
  readonly ground: string;
  readonly data: string;
  readonly by?: string;
  readonly issuerCertificate?: string;
  readonly out?: string;
}
export interface PaperOptions extends StatusOptions {
  readonly kind: string;
  readonly agency?: string;
  readonly number?: string;
  readonly date?: string;
  readonly signed?: boolean;
  readonly acknowledged?: boolean;
}

const told = z.object({
  ...{ owner: z.unknown(), superior: z.unknown().optional(), event: z.unknown() },
  /** Name of the registration authority's officer, who reports for the owner. */
  reporter: z.unknown().optional(),
});

/** @returns 0 once the report lies in the outbox; that somebody has it only `status` says, later */
export async function lostReport(
  options: ReportLostOptions,
  shell: Shell,
  version: string,
): Promise<number> {
  const now = new Date();
  const { certificate, der } = await meant(options);
  const texts = lostTexts(shell.language);
  // Before anything that may fail or ask: misuse here ends with the first word of the loss.
  if (der === null) shell.err.line(texts.notSeen);
  else {
    const pin = await block(der, now, {
      ...{ known: new CertificateRegistry(), journal: openJournal(options) },
      secrets: createKeychain(),
    });
    shell.err.line(texts.blocked, { tone: 'ok' });
    shell.err.line(texts.takeBack(readCertificate(der).sha256), { tone: 'dim' });
    if (pin === 'deleted') shell.err.line(texts.secretDeleted);
    if (pin === 'unknown') shell.err.line(texts.secretKept, { tone: 'warn' });
  }
  const lost = await caseFrom(options, certificate, now);
  const since = invalidityDate(lost.ground, lost.event);
  if (der !== null && since !== null) {
    await new CertificateRegistry().markReported(readCertificate(der).sha256, new Date(since));
  }
  const own = der === null ? null : { certificate: der, issuer: await issuerOf(options, der) };
  const terms = await officeTerms();
  return withCases(options, shell, async (places) => {
    const reported = await report(lost, randomUUID(), own, places, now);
    if (options.out !== undefined) await writeLetters(reported, options.out, shell, version);
    show([reported], options, shell, terms);
    return EXIT.ok;
  });
}

/** Named, or brought along by the document. Nobody is asked here: the report is what matters now. */
async function issuerOf(
  { issuerCertificate, pdf }: ReportLostOptions,
  der: Uint8Array,
): Promise<Uint8Array | null> {
  if (issuerCertificate !== undefined) return certificateFile(issuerCertificate);
  if (pdf === undefined) return null;
  const source = await openFileSource(pdf);
  try {
    return await issuerInPdf(source, der);
  } finally {
    await source.close();
  }
}

async function caseFrom(
  options: ReportLostOptions,
  certificate: LostKeyCase['certificate'],
  now: Date,
): Promise<LostKeyCase> {
  if (!REPORT_GROUNDS.some((one) => one === options.ground)) {
    throw new PenaError('CASE_DATA_INVALID', { field: '--ground' });
  }
  const reportedBy = options.by ?? 'owner';
  if (!REPORTERS.some((one) => one === reportedBy)) {
    throw new PenaError('CASE_DATA_INVALID', { field: '--by' });
  }
  const given = told.safeParse(await readJson(options.data, 'CASE_DATA_INVALID'));
  if (!given.success) throw new PenaError('CASE_DATA_INVALID');
  const { owner, superior = null, event, reporter } = given.data;
  const { ground } = options;
  const people = { owner, superior, reporterName: reporter };
  return openCase(randomUUID(), certificate, { reportedBy, ground, ...people, event }, now);
}

async function writeLetters(
  lost: LostKeyCase,
  folder: string,
  shell: Shell,
  version: string,
): Promise<void> {
  const now = new Date();
  for (const name of ['laporan-pertama', 'surat-keterangan']) {
    const path = join(folder, `${name}-${lost.id.slice(0, 8)}.pdf`);
    const fieldsOf = name === 'surat-keterangan' ? fieldsOfStatement : fieldsOfCase;
    const parts = await letterParts(name, null);
    await writeLetter(parts, fieldsOf(lost, shell.zone, now), path, version);
    shell.err.line(`${lostTexts(shell.language).letters}: ${path}`);
  }
}

/** @returns 0 where every case shown is revoked or taken back; 2 where something is still open */
export async function lostStatus(
  id: string | undefined,
  options: StatusOptions,
  shell: Shell,
): Promise<number> {
  const terms = await officeTerms();
  return withCases(options, shell, async ({ cases, outbox }) => {
    const ids = id === undefined ? [...(await cases.ids())].sort() : [id];
    const found: LostKeyCase[] = [];
    for (const one of ids) found.push(await followed(await readCase(cases, one), outbox));
    return show(found, options, shell, terms);
  });
}

/** Adds what Pasal 16(4) asks for. What is signed on paper a program cannot see: the person says it. */
export async function lostPaper(
  id: string,
  file: string,
  options: PaperOptions,
  shell: Shell,
): Promise<number> {
  const { kind, agency = '', number = '', date = '' } = options;
  if (kind !== 'authority-report' && kind !== 'statement') {
    throw new PenaError('CASE_DATA_INVALID', { field: '--kind' });
  }
  const original = await readPaper(file);
  const terms = await officeTerms();
  return withCases(options, shell, async ({ cases, outbox }) => {
    const { signed, acknowledged } = options;
    if (kind === 'statement') await tellSigners(id, original, cases, shell);
    const changed = await addPaper(
      id,
      original,
      kind === 'statement'
        ? { kind, signedByOwner: signed === true, acknowledged: acknowledged === true }
        : { kind, agency, number, date },
      { cases },
    );
    shell.err.line(lostTexts(shell.language).added, { tone: 'ok' });
    return show([await followed(changed, outbox)], options, shell, terms);
  });
}

/** A signature with the reported certificate, or a broken one, keeps the statement out. */
async function tellSigners(
  id: string,
  bytes: Uint8Array,
  cases: CaseStore,
  shell: Shell,
): Promise<void> {
  const lost = await readCase(cases, id);
  const der = await suspectDer(lost, cases, new CertificateRegistry());
  const judgement = await judgementOf({ offline: true }, shell);
  const order = { ...judgement, now: new Date(), signal: shell.interrupt.signal };
  const texts = lostTexts(shell.language);
  const signers = await statementSigners(bytes, der, lost.certificate.serial, order);
  if (signers === null) shell.err.line(texts.signersUnread, { tone: 'warn' });
  for (const one of signers ?? []) {
    const trusted = one.indication === 'TOTAL_PASSED';
    shell.err.line(trusted ? texts.signedBy(one.name) : texts.signedUntrusted(one.name), {
      tone: trusted ? 'ok' : 'warn',
    });
  }
}
