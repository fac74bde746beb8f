// What a person does with an application: begins it, tells what the letter says, adds papers, notes what became of it.
import { readCertificate } from '../../cms/certificate.ts';
import {
  APPLICATION_RULES,
  type ApplicationKind,
  type ApplicationPaper,
} from '../../domain/application-kind.ts';
import { formatDate, type Zone } from '../../domain/local-time.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { paperType, withoutMetadata } from '../papers/strip-metadata.ts';
import { type Application, application, type ApplicationEvent, type Told } from './application.ts';
import { isComplete, stateOf } from './state.ts';
import { inTurn } from '../in-turn.ts';

/** @throws {PenaError} CASE_NOT_FOUND, CASE_UNREADABLE, FILE_* */
export async function readApplication(store: CaseStore, id: string): Promise<Application> {
  const read = application.safeParse(await store.read(id));
  if (!read.success) throw new PenaError('CASE_UNREADABLE');
  return read.data;
}

interface Beginning {
  readonly id: string;
  readonly kind: ApplicationKind;
  /** DER of the certificate that it is about; null where there is none yet. */
  readonly certificate: Uint8Array | null;
  /** What was told in another application, of which this one takes what it can say too. */
  readonly before: Told;
  readonly zone: Zone;
}

export function beginApplication(
  { id, kind, certificate, before, zone }: Beginning,
  now: Date,
): Application {
  const { needed, optional } = APPLICATION_RULES[kind];
  const own = certificate === null ? null : readCertificate(certificate);
  const ofCertificate: Told =
    own === null
      ? {}
      : {
          'certificate.serial': own.serial,
          'certificate.issuer': own.issuer.slice(0, REPORT_LIMITS.name),
          'certificate.subject': own.subject.slice(0, REPORT_LIMITS.name),
          'certificate.notAfter': formatDate(own.notAfter, zone, 'id'),
          'owner.name': before['owner.name'] ?? own.commonName.slice(0, REPORT_LIMITS.name),
        };
  const known = { ...peopleOf(before), ...ofCertificate };
  const names = [...needed, ...optional];
  return judged({
    ...{ id, kind, openedAt: now.toISOString(), papers: [], events: [] },
    certificate: own === null ? null : { sha256: own.sha256, notAfter: own.notAfter.toISOString() },
    told: Object.fromEntries(names.flatMap((name) => (known[name] ? [[name, known[name]]] : []))),
  });
}

/** What stays true from one letter to the next: people and offices, never a letter's number or its matter. */
function peopleOf(before: Told): Told {
  const lasting = ['owner', 'head', 'superior', 'authority'];
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name]) => lasting.includes(name.split('.')[0] ?? '') || name === 'letter.place',
    ),
  );
}

/** An empty NIK leaves the one that is kept: it is not shown whole. @throws {PenaError} CASE_*, FILE_* */
export function tell(store: CaseStore, id: string, told: Told): Promise<Application> {
  return change(store, id, (one) => {
    const nik = told['owner.nik'] || one.told['owner.nik'];
    return { ...one, told: { ...one.told, ...told, ...(nik && { 'owner.nik': nik }) } };
  });
}

/**
 * @param original PDF, JPEG or PNG; pictures are kept without what camera and scanner wrote into them
 * @throws {PenaError} PAPER_*, CASE_*, FILE_*
 */
export async function addApplicationPaper(
  store: CaseStore,
  id: string,
  paper: ApplicationPaper,
  original: Uint8Array,
  now: Date,
): Promise<Application> {
  if (original.length > REPORT_LIMITS.paperBytes) throw new PenaError('PAPER_TOO_LARGE');
  const { kind } = await readApplication(store, id);
  const { papers, mayBring } = APPLICATION_RULES[kind];
  if (![...papers, ...mayBring].includes(paper)) {
    throw new PenaError('CASE_DATA_INVALID', { field: paper });
  }
  const bytes = withoutMetadata(original);
  const sha256 = await store.addPaper(id, bytes);
  const kept = { paper, mediaType: paperType(bytes), sha256, at: now.toISOString() };
  return change(store, id, (one) => ({
    ...one,
    papers: [...one.papers.filter((other) => other.paper !== paper), kept],
  }));
}

/** @throws {PenaError} CASE_DATA_INVALID where it is not complete, or was not handed in; CASE_*, FILE_* */
export function note(store: CaseStore, id: string, event: ApplicationEvent): Promise<Application> {
  return change(store, id, (one) => {
    const early =
      (event.kind === 'handed-in' && !isComplete(one)) ||
      (event.kind === 'answered' && stateOf(one) === 'draft');
    if (early) throw new PenaError('CASE_DATA_INVALID', { field: event.kind });
    // Pasal 12(3): a rejection has its reasons.
    if (event.kind === 'answered' && event.state === 'rejected' && event.reason.trim() === '') {
      throw new PenaError('CASE_DATA_INVALID', { field: 'reason' });
    }
    return { ...one, events: [...one.events, event] };
  });
}

function change(
  store: CaseStore,
  id: string,
  how: (one: Application) => unknown,
): Promise<Application> {
  return inTurn(store, id, async () => {
    const changed = judged(how(await readApplication(store, id)));
    await store.write(id, changed);
    return changed;
  });
}

/** @throws {PenaError} CASE_DATA_INVALID with the field that is wrong */
function judged(value: unknown): Application {
  const read = application.safeParse(value);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.map(String).slice(1).join('.') ?? '';
  throw new PenaError('CASE_DATA_INVALID', { field: field.slice(0, 100) });
}
