// A case of the desk as its window shows it: names, dates and states; NIP and e-mail disguised unless asked for.
import type { DeskCase, DeskHandle, DeskPast, DeskRow } from '../../../core/contract/desk.ts';
import { canDecide, type RegistrationCase } from '../../../core/lifecycle/registration/cases.ts';
import { masked } from '../../../core/lifecycle/registration/masked.ts';
import { isUnread, stageOf, urgencyOf } from '../../../core/lifecycle/registration/stage.ts';
import type { TakenStep } from '../../../core/lifecycle/registration/steps.ts';

/** As the contract bounds them. */
const MOST_PAPERS = 400;
const MOST_PAST = 1000;

export function shownRow(
  handle: DeskHandle,
  one: RegistrationCase,
  steps: readonly TakenStep[],
): DeskRow {
  const stage = stageOf(one, steps);
  const [first] = one.reports;
  return {
    ...{ case: handle, name: first?.owner.name ?? '', ground: first?.ground ?? 'lost', stage },
    ...{ receivedAt: one.receivedAt, messages: one.messages.length },
    undecided: one.messages.filter(({ state }) => state === 'received').length,
    ...{ unread: isUnread(one, steps), urgency: urgencyOf(one, stage) },
    missing: [...one.missing],
    incidentReported: steps.some(({ kind }) => kind === 'incident-reported'),
  };
}

export function shownDeskCase(
  handle: DeskHandle,
  one: RegistrationCase,
  steps: readonly TakenStep[],
  whole: boolean,
): DeskCase | null {
  const [first] = one.reports;
  if (first === undefined) return null;
  const { owner, certificate, reason, invalidityDate, narrative, reportedBy } = whole
    ? first
    : masked(first);
  const papers = one.reports.flatMap((request) => request.papers);
  return {
    ...shownRow(handle, one, steps),
    ...{ nip: owner.nip ?? '', email: owner.email ?? '', whole, reportedBy, reason },
    ...{ invalidityDate, narrative },
    certificate: { issuer: certificate.issuer, serial: certificate.serial },
    papers: papers.slice(0, MOST_PAPERS).map(({ sha256, kind, name, mediaType }) => ({
      ...{ sha256, kind, name, pdf: mediaType === 'application/pdf' },
    })),
    past: pastOf(one, steps).slice(-MOST_PAST),
    mayAccept: canDecide(one, 'accepted'),
    mayReject: canDecide(one, 'rejected'),
    watched: steps.some(({ kind }) => kind === 'certificate'),
  };
}

/** What happened, in its order; that somebody looked is not told. */
function pastOf(one: RegistrationCase, steps: readonly TakenStep[]): DeskPast[] {
  const past: DeskPast[] = one.messages.map(({ receivedAt, state }, i) => ({
    ...{ kind: 'message', at: receivedAt, state, papers: one.reports[i]?.papers.length ?? 0 },
  }));
  for (const { at, state, reason } of one.decisions) {
    past.push({ kind: 'decision', at, state, reason });
  }
  for (const step of steps) {
    if (step.kind === 'status') {
      const { by, status, revokedAt } = step;
      past.push({ kind: 'status', at: step.at, by, status, revokedAt });
    } else if ('number' in step) {
      past.push({ kind: step.kind, at: step.at, date: step.date, number: step.number });
    }
  }
  return past.sort((a, b) => a.at.localeCompare(b.at));
}
