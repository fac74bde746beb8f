// Which of the changes seen on a page were permitted. Where that is not certain, none is: then all are shown as changes.
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { toneOfReason } from '../../../core/domain/decisive-reason.ts';
import { toneOfRevision } from '../../../core/domain/revision-tone.ts';
import type { Rectangle } from '../../viewer/page-geometry.ts';

type Report = Pick<ShownDocumentReport, 'signatures' | 'revisions'>;
type Revision = Report['revisions'][number];

export interface Permitted {
  /** `stamps`: only those of later signatures, and only where the page's own content is the same beneath them. */
  readonly what: 'all' | 'stamps' | 'none';
  /** Fields of the later signatures that nothing objects to. */
  readonly fields: readonly string[];
}

const OBJECTIONS: readonly string[] = [
  'CERTIFICATION_BROKEN',
  'LOCKED_FIELD_CHANGED',
  'STAMP_UNFORESEEN',
  'COMMENTS_UNFORESEEN',
];

/** From so many changes of one revision on, a report tells their kinds alone. */
const MANY = 200;

const NONE: Permitted = { what: 'none', fields: [] };

/** @param signature index of the one whose version is compared with the document of today */
export function permittedOn(
  page: number,
  signature: number | null,
  report: Report | null,
): Permitted {
  const since = report?.signatures[signature ?? -1]?.revision ?? null;
  if (since === null || report === null) return NONE;
  const later = report.revisions.filter(({ revision }) => revision > since);
  const objected = later.filter((one) => !isPermitted(one, report));
  if (objected.length === 0) return { what: 'all', fields: [] };
  const pages = objected.map(pagesOf);
  if (hasObjection(report) || pages.includes(null)) return NONE;
  if (!pages.flat().includes(page)) return { what: 'all', fields: [] };
  const fields = report.signatures
    .filter(({ revision }) =>
      later.some((one) => one.revision === revision && !objected.includes(one)),
    )
    .map(({ field }) => field);
  return { what: 'stamps', fields };
}

function isPermitted(revision: Revision, { signatures }: Report): boolean {
  const { level } = revision;
  if (level === null || level === 'OTHER' || level === 'NOT_JUDGED') return false;
  return toneOfRevision(revision, signatures) === 'ok';
}

/** What a signature says of permitted kinds of changes that it does not permit; not always which they are. */
function hasObjection({ signatures }: Report): boolean {
  return signatures.some(({ reasons }) => reasons.some(({ code }) => OBJECTIONS.includes(code)));
}

/** Pages whose content was changed; null where other things were, which may show anywhere. */
function pagesOf({ changes }: Revision): readonly number[] | null {
  const wrong = changes.filter(({ code }) => toneOfReason(code) !== 'ok');
  if (wrong.length === 0 || changes.length >= MANY) return null;
  const pages = wrong.map(({ code, params }) => {
    const page = params['page'];
    return code === 'PAGE_CONTENT_CHANGED' && typeof page === 'number' ? page : null;
  });
  return pages.every((page) => page !== null) ? pages : null;
}

/** @param slack how far a box may reach out, as boxes are made of whole squares */
export function isWithin(box: Rectangle, outer: Rectangle, slack: number): boolean {
  return (
    box.x >= outer.x - slack &&
    box.y >= outer.y - slack &&
    box.x + box.width <= outer.x + outer.width + slack &&
    box.y + box.height <= outer.y + outer.height + slack
  );
}

export function touches(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
