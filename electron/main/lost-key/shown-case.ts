// A case as the window is shown it: how far it has come, what is owed, and people's numbers masked.
import type { CaseHandle, ShownCase } from '../../../core/contract/lost-key.ts';
import { commonName } from '../../../core/domain/common-name.ts';
import type { LostKeyCase } from '../../../core/lifecycle/lost-key/case.ts';
import { GROUND_RULES } from '../../../core/lifecycle/lost-key/ground.ts';
import { type OfficeTerms, owedBy } from '../../../core/lifecycle/lost-key/owed.ts';
import { stateOf } from '../../../core/lifecycle/lost-key/state.ts';
import type { OutboxStatus } from '../../../core/ports/outbox-store.ts';
import { shownAttempts } from './shown-attempts.ts';

/**
 * @param lost as `followed` gives it
 * @param statuses of its messages that lie in the outbox, the first report's first
 */
export function shownCase(
  handle: CaseHandle,
  lost: LostKeyCase,
  statuses: readonly OutboxStatus[],
  terms: OfficeTerms,
): ShownCase {
  const state = stateOf(lost);
  const { certificate, owner, superior, authorityReport, statement, doubtful } = lost;
  const rules = GROUND_RULES[lost.ground];
  return {
    case: handle,
    ...{ openedAt: lost.openedAt, reportedBy: lost.reportedBy, ground: lost.ground },
    name: owner.name,
    certificate: {
      name: certificate.subject === null ? null : commonName(certificate.subject).slice(0, 200),
      ...{ issuer: commonName(certificate.issuer).slice(0, 200), serial: certificate.serial },
    },
    ...{ state, note: noteOf(lost), stateAt: timeOf(lost) },
    attempts: shownAttempts(statuses),
    nextAttempt: state === 'queued' || state === 'sent' ? (statuses[0]?.nextAttempt ?? null) : null,
    owed: owedBy(lost, terms).map(({ debt, article, by, until }) => ({ debt, article, by, until })),
    needsAuthorityReport: rules.papers.includes('police-report'),
    authorityReport:
      authorityReport === null
        ? null
        : {
            ...{ agency: authorityReport.agency, number: authorityReport.number },
            date: authorityReport.date,
          },
    statement:
      statement === null
        ? null
        : {
            ...{ signedByOwner: statement.signedByOwner, acknowledged: statement.acknowledged },
            acknowledgedBy: statement.acknowledgedBy?.name ?? null,
          },
    doubtful: doubtful === undefined ? null : { at: doubtful.at, count: doubtful.count },
    reissue: !rules.reissue
      ? 'not-needed'
      : lost.reissueRequestedAt === null
        ? 'needed'
        : 'requested',
    people: {
      ...{ nip: owner.nip ?? '', nikMasked: masked(owner.nik), rank: owner.rank ?? '' },
      ...{ position: owner.position ?? '', unit: owner.unit ?? '', email: owner.email ?? '' },
      superiorName: superior?.name ?? '',
      superiorNip: superior?.nip ?? '',
      superiorPosition: superior?.position ?? '',
      letterNumber: lost.statementNumber ?? '',
    },
  };
}

/** The last four digits, by which its owner knows it. */
function masked(nik: string | null): string {
  return nik === null ? '' : `${'•'.repeat(12)}${nik.slice(-4)}`;
}

function noteOf({ events }: LostKeyCase): string {
  const said = events.filter((event) => event.kind === 'acknowledged').at(-1);
  return said?.note ?? '';
}

/** Of the last event that moved it on; what else was told of the case says nothing of its state. */
function timeOf({ events }: LostKeyCase): string | null {
  const moved = ['queued', 'acknowledged', 'status', 'withdrawn'];
  const last = events.filter(({ kind }) => moved.includes(kind)).at(-1);
  if (last === undefined) return null;
  return last.kind === 'status' ? (last.revokedAt ?? last.at) : last.at;
}
