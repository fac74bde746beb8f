// One signing inside the document host.
import type { SigningPhase, SigningRequest } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import {
  drawnPlaces,
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../core/validation/earlier-changes.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { practiceLetters } from '../../native/practice/mark-letters.ts';
import { failureOf } from '../ipc/failure.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';
import type { HostPhase } from './host-messages.ts';
import type { HostLine } from './host-line.ts';
import type { Drawn } from './drawn-orders.ts';
import { proofServices } from './outside-services.ts';

export async function signOne(
  { source, password }: Pick<SigningRequest, 'source' | 'password'>,
  order: RequestOf<'sign'>,
  { stamp, footer }: Drawn,
  line: HostLine,
): Promise<AnswerOf<'sign'>> {
  const { id } = line;
  const shown = phases();
  const { level, incomplete, documentSha256, resultSha256 } = await signDocument({
    ...{
      source,
      password,
      stamp,
      footer,
      field: order.field,
      key: line.key(order.certificate, order.chain),
    },
    ...(order.certification === null ? {} : { certification: order.certification }),
    ...{ name: order.name, reason: order.reason, location: order.location },
    ...{ level: order.level, services: await proofServices(order.outside, line.onRefused) },
    clock: { now: () => new Date() },
    unexplainedChanges: hasUnexplainedChanges,
    ...{ hiddenSignedText, drawnPlaces },
    decide: line.decisions(),
    reportedLostSince,
    practice: await practiceLetters(),
    openOutput: () => createAtomicOutput(order.output, { overwrite: order.overwrite }),
    signal: line.signal,
    onProgress: ({ phase, done, total }) =>
      line.say({ kind: 'progress', id, phase: shown(phase), done, total }),
  });
  return {
    ...{ level, documentSha256, resultSha256 },
    incomplete: incomplete === null ? null : failureOf(incomplete),
  };
}

/** The time stamp after the revocation data is the archive's (ETSI EN 319 142-1 5.4.3). */
function phases(): (phase: SigningPhase) => HostPhase {
  let proven = false;
  return (phase) => {
    if (phase === 'proving') proven = true;
    return phase === 'stamping' && proven ? 'archiving' : phase;
  };
}
