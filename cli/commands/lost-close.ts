// `pena lost withdraw|delete`: the ends of a report that are somebody's decision, each explicit and written down.
import { unblock } from '../../core/lifecycle/lost-key/block.ts';
import { deleteCase, takeBack } from '../../core/lifecycle/lost-key/close.ts';
import { hasLeft } from '../../core/lifecycle/lost-key/follow.ts';
import { readCase } from '../../core/lifecycle/lost-key/read-case.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { EXIT } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { seenDigest } from '../lost/meant.ts';
import { withCases } from '../lost/open.ts';
import { show } from '../lost/show.ts';
import { officeTerms } from '../lost/terms.ts';
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
    await unblock(await seenDigest(cert ?? ''), here(options));
    shell.err.line(lostTexts(shell.language).unblocked);
    shell.err.line(lostTexts(shell.language).casesStay, { tone: 'warn' });
    return EXIT.ok;
  }
  return withCases(options, shell, async (places) => {
    const before = await takeBack(id, why, places, here(options));
    if (before.certificate.sha256 !== null) shell.err.line(lostTexts(shell.language).unblocked);
    if (hasLeft(before)) shell.err.line(lostTexts(shell.language).tellAuthority, { tone: 'warn' });
    show([await readCase(places.cases, id)], options, shell, await officeTerms());
    return EXIT.ok;
  });
}

function here(options: JournalOption) {
  return { known: new CertificateRegistry(), journal: openJournal(options) };
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
  return withCases(options, shell, async (places) => {
    const proof = await deleteCase(id, options.unsent === true, places);
    if (options.json === true) shell.out.json(proof);
    else {
      shell.out.line(lostTexts(shell.language).deleted(proof.files.length), { tone: 'ok' });
      shell.out.facts(proof.files.map(({ name, sha256 }) => ({ name, value: sha256 })));
    }
    return EXIT.ok;
  });
}
