// One round over all cases, as the terminal and the window run it: what was cut off is made good, new papers become
// reports, everything that waits is sent, the authority is asked what it decided, and the issuers what they revoked.
import type { ErrorCode } from '../../domain/error-code.ts';
import { toPenaError } from '../../domain/pena-error.ts';
import type { KnownCertificates } from '../../ports/known-certificates.ts';
import type { ReportChannel } from '../../ports/report-channel.ts';
import type { RevocationServices } from '../../trust/revocation/services.ts';
import type { LostKeyCase } from '../lost-key/case.ts';
import type { CasePlaces } from '../lost-key/close.ts';
import { followed } from '../lost-key/follow.ts';
import { followUpOf } from '../lost-key/follow-up.ts';
import { keptCertificates } from '../lost-key/kept-certificates.ts';
import { readCase } from '../lost-key/read-case.ts';
import { requeue } from '../lost-key/requeue.ts';
import { deliverDue, enqueue } from './deliver.ts';
import { watchedFinder } from './find-watched.ts';
import { pollReceived } from './poll.ts';
import { failedSince, type RoundProblem, unanswered, unread } from './problems.ts';
import { watchRevocations } from './watch.ts';
import { inTurn } from '../in-turn.ts';

export interface RoundOptions {
  readonly places: CasePlaces;
  /** In the policy's order; none: nothing is sent, and the rest is done all the same. */
  readonly channels: readonly ReportChannel[];
  readonly known: Pick<KnownCertificates, 'find'>;
  /** DER of authorities among which issuers are looked for. */
  readonly authorities: readonly Uint8Array[];
  readonly services: Omit<RevocationServices, 'now' | 'signal'>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Also what is not due yet, because the user asks for it. */
  readonly atOnce?: boolean;
}

export interface Round {
  /** With what has become of them, by identifier. */
  readonly cases: readonly LostKeyCase[];
  readonly problems: readonly RoundProblem[];
}

/** @throws {PenaError} OUTBOX_BUSY, CANCELLED, FILE_* */
export async function runRound(options: RoundOptions): Promise<Round> {
  const { places, channels, now, signal, known, authorities } = options;
  const { outbox } = places;
  const problems: RoundProblem[] = [];
  const ids = [...(await places.cases.ids())].sort();
  for (const id of ids) {
    try {
      await makeGood(id, places, now());
    } catch (thrown) {
      problems.push({ what: 'case', id, code: codeOf(thrown) });
    }
  }
  const started = now();
  const atOnce = options.atOnce ?? false;
  const unreadable = await deliverDue({ store: outbox, channels, now, signal, atOnce });
  problems.push(...unreadable.map(unread), ...(await failedSince(started, outbox)));
  const polled = await pollReceived({ store: outbox, channels, now, signal, atOnce });
  problems.push(...unanswered(polled));
  const services = { ...options.services, signal };
  const find = watchedFinder({
    ...{ services, authorities },
    kept: (request) => keptCertificates(request, places.cases, known),
  });
  await watchRevocations(outbox, { ...services, now: now() }, find);
  const cases: LostKeyCase[] = [];
  for (const id of ids) {
    if (problems.some((problem) => problem.what === 'case' && problem.id === id)) continue;
    try {
      cases.push(await followed(await readCase(places.cases, id), outbox));
    } catch (thrown) {
      problems.push({ what: 'case', id, code: codeOf(thrown) });
    }
  }
  return { cases, problems };
}

/** The report first, then the case's note of it: ended between the two, the same report is made again. */
function makeGood(id: string, { cases, outbox }: CasePlaces, now: Date): Promise<void> {
  return inTurn(cases, id, async () => {
    const lost = await readCase(cases, id);
    await requeue(lost, outbox);
    const follow = await followUpOf(lost, cases, now);
    if (follow === null) return;
    await enqueue(outbox, follow.report, now);
    await cases.write(id, { ...lost, events: [...lost.events, follow.event] });
  });
}

function codeOf(thrown: unknown): ErrorCode {
  const { code } = toPenaError(thrown);
  if (code === 'CANCELLED' || code === 'INTERNAL') throw thrown;
  return code;
}
