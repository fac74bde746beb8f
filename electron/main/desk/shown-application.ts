// An application of the desk as its window shows it; NIP and e-mail disguised unless asked for.
import type {
  DeskApplicationHandle,
  DeskApplicationRow,
  DeskApplicationShown,
} from '../../../core/contract/desk-applications.ts';
import {
  canDecideApplication,
  type DeskApplication,
  maskedApplicant,
} from '../../../core/lifecycle/applications/desk.ts';

/** As the contract bounds it. */
const MOST_PAST = 1000;

export function shownApplicationRow(
  handle: DeskApplicationHandle,
  { request, missing, state, receivedAt, times }: DeskApplication,
): DeskApplicationRow {
  const { kind, applicant } = request;
  return {
    ...{ application: handle, kind, name: applicant.name, unit: applicant.unit },
    ...{ state, receivedAt, times },
    missing: { papers: [...missing.papers], mail: missing.mail },
  };
}

export function shownApplication(
  handle: DeskApplicationHandle,
  one: DeskApplication,
  whole: boolean,
): DeskApplicationShown {
  const { request, came, decisions } = one;
  const { nip, email, position } = whole ? request.applicant : maskedApplicant(request);
  const past: DeskApplicationShown['past'] = came.map((at) => ({ kind: 'came', at }));
  for (const { at, state, reason } of decisions) past.push({ kind: 'decision', at, state, reason });
  past.sort((a, b) => a.at.localeCompare(b.at));
  return {
    ...shownApplicationRow(handle, one),
    ...{ nip, email, position, whole, about: request.about },
    ...{ letterNumber: request.letterNumber, madeAt: request.madeAt },
    papers: request.papers.map(({ paper, mediaType, sha256 }) => ({
      ...{ sha256, paper, pdf: mediaType === 'application/pdf' },
    })),
    past: past.slice(-MOST_PAST),
    mayAccept: canDecideApplication(one, 'accepted'),
    mayReject: canDecideApplication(one, 'rejected'),
  };
}
