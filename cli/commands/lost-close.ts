// `pena lost withdraw|delete`: the ends of a report that are somebody's decision, each explicit and written down.
import { PenaError } from '../../core/domain/pena-error.ts';
import { stateOf } from '../../core/lifecycle/lost-key/state.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { EXIT } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { readCase } from '../lost/case-of.ts';
import { seenDigest } from '../lost/meant.ts';
import { withCases } from '../lost/open.ts';
import { followed, hasLeft, keyOf, show } from '../lost/show.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';
import type { StatusOptions } from './lost.ts';

export interface WithdrawOptions extends StatusOptions, JournalOption {
  readonly why: string;
  /** Beginning of a SHA-256: a block that no case stands for. */
  readonly cert?: string;
}

export interface DeleteOptions extends StatusOptions {
  /** Also one that lies in the outbox and has reached nobody. */
  readonly unsent?: boolean;
}

/**
 * Takes a report back, or a block without one: an explicit step, with its reason, and written down.
 * @throws {PenaError} CASE_NOT_FOUND, CASE_REVOKED, CERT_NOT_FOUND, USAGE
 */
export async function lostWithdraw(
  id: string | undefined,
  options: WithdrawOptions,
  shell: Shell,
): Promise<number> {
  const why = options.why.trim().slice(0, 200);
  if (why === '') throw new UsageError('optionArgument', '--why');
  const { cert } = options;
  if ((id === undefined) === (cert === undefined)) throw new UsageError('caseOrCert');
  if (id === undefined) {
    await unblock(await seenDigest(cert ?? ''), options, shell);
    shell.err.line(lostTexts(shell.language).casesStay, { tone: 'warn' });
    return EXIT.ok;
  }
  return withCases(options, shell, async ({ cases, outbox }) => {
    const lost = await readCase(cases, id);
    const now = await followed(lost, outbox);
    if (stateOf(now) === 'revoked') throw new PenaError('CASE_REVOKED');
    const at = new Date().toISOString();
    await cases.write(id, { ...now, events: [...now.events, { kind: 'withdrawn', at, why }] });
    // Whoever has it is told by hand; nobody else shall get it now.
    const key = keyOf(lost);
    if (key !== null) await outbox.alone(() => outbox.remove(key));
    const { sha256 } = lost.certificate;
    if (sha256 !== null) await unblock(sha256, options, shell);
    if (hasLeft(now)) shell.err.line(lostTexts(shell.language).tellAuthority, { tone: 'warn' });
    show([await readCase(cases, id)], options, shell);
    return EXIT.ok;
  });
}

async function unblock(sha256: string, options: JournalOption, shell: Shell): Promise<void> {
  // Written down before it is done: a block that is lifted leaves its trace.
  await openJournal(options).append({
    ...{ kind: 'certificate', did: 'report-withdrawn', certificate: sha256 },
  });
  await new CertificateRegistry().withdrawReport(sha256);
  shell.err.line(lostTexts(shell.language).unblocked);
}

/**
 * The certificate stays blocked: only `withdraw` opens it.
 * @throws {PenaError} CASE_UNSENT for a report that has reached nobody, unless that is accepted
 */
export async function lostDelete(
  id: string,
  options: DeleteOptions,
  shell: Shell,
): Promise<number> {
  return withCases(options, shell, async ({ cases, outbox }) => {
    const lost = await readCase(cases, id);
    if (stateOf(await followed(lost, outbox)) === 'queued' && options.unsent !== true) {
      throw new PenaError('CASE_UNSENT');
    }
    const key = keyOf(lost);
    const proof = await cases.remove(id);
    if (key !== null) await outbox.alone(() => outbox.remove(key));
    if (options.json === true) shell.out.json(proof);
    else {
      shell.out.line(lostTexts(shell.language).deleted(proof.files.length), { tone: 'ok' });
      shell.out.facts(proof.files.map(({ name, sha256 }) => ({ name, value: sha256 })));
    }
    return EXIT.ok;
  });
}
