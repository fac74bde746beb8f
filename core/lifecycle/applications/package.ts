// An application as a file to be carried to the registration authority: what it is, of whom, and the papers of
// Pasal 11(3)-(5). The NIK stands in its letter and on the card only.
import { z } from 'zod';
import {
  APPLICATION_KINDS,
  APPLICATION_PAPERS,
  APPLICATION_RULES,
  type ApplicationPaper,
} from '../../domain/application-kind.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { paperEntryName } from '../package/manifest.ts';
import { openSealed } from '../package/open-package.ts';
import { sealed } from '../package/write-package.ts';
import { paperType } from '../papers/strip-metadata.ts';
import type { Application } from './application.ts';
import { isComplete } from './state.ts';

const REQUEST = 'application.json';

const text = z
  .string()
  .max(REPORT_LIMITS.name)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);

const handedIn = z.strictObject({
  format: z.literal('pena-application-1'),
  id: z.uuid(),
  kind: z.enum(APPLICATION_KINDS),
  madeAt: z.iso.datetime().max(40),
  applicant: z.strictObject({
    name: text.min(1),
    nip: z.union([z.literal(''), z.string().regex(/^\d{18}$/)]),
    ...{ position: text, unit: text },
    email: z.union([z.literal(''), z.email().max(REPORT_LIMITS.name)]),
  }),
  /** What it is about: a position, a system, a certificate's serial number; empty where its kind says all. */
  about: text,
  letterNumber: text,
  papers: z
    .array(
      z.strictObject({
        paper: z.enum(APPLICATION_PAPERS),
        mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(REPORT_LIMITS.papers),
});
export type HandedInApplication = z.infer<typeof handedIn>;

/** The same application gives the same bytes at the same time. @throws {PenaError} CASE_DATA_INVALID, CASE_*, FILE_* */
export async function applicationPackage(
  one: Application,
  store: CaseStore,
  now: Date,
): Promise<Uint8Array> {
  if (!isComplete(one)) throw new PenaError('CASE_DATA_INVALID', { field: 'papers' });
  const { id, kind, told, papers } = one;
  const said = (name: keyof typeof told): string => told[name] ?? '';
  const request: HandedInApplication = {
    ...{ format: 'pena-application-1', id, kind, madeAt: now.toISOString() },
    applicant: {
      ...{ name: said('owner.name'), nip: said('owner.nip'), position: said('owner.position') },
      ...{ unit: said('owner.unit'), email: said('owner.email') },
    },
    about: said('request.position') || said('request.system') || said('certificate.serial'),
    letterNumber: said('letter.number'),
    papers: papers.map(({ paper, mediaType, sha256 }) => ({ paper, mediaType, sha256 })),
  };
  const files = new Map<string, Uint8Array>([
    [REQUEST, Buffer.from(JSON.stringify(handedIn.parse(request), null, 2))],
  ]);
  for (const [i, { mediaType, sha256 }] of papers.entries()) {
    files.set(paperEntryName(i, mediaType), await store.readPaper(id, sha256));
  }
  return sealed(files, null);
}

export interface OpenedApplication {
  readonly request: HandedInApplication;
  readonly papers: readonly { readonly paper: ApplicationPaper; readonly bytes: Uint8Array }[];
}

/** @throws {PenaError} PACKAGE_INVALID, PACKAGE_TOO_LARGE, PACKAGE_DIGEST_WRONG, PACKAGE_SIGNATURE_WRONG */
export function openApplication(bytes: Uint8Array): OpenedApplication {
  const { request, papers } = openSealed(bytes, REQUEST, handedIn);
  for (const { reference, bytes: paper } of papers) {
    // A paper is what its first bytes say, whatever its list calls it.
    if (paperType(paper) !== reference.mediaType) throw new PenaError('PACKAGE_INVALID');
  }
  return {
    request,
    papers: papers.map(({ reference, bytes: paper }) => ({ paper: reference.paper, bytes: paper })),
  };
}

/** What Pasal 11(3)-(5) or its own article asks for and the package has not brought. */
export function missingOf({ kind, papers, applicant }: HandedInApplication): {
  readonly papers: readonly ApplicationPaper[];
  /** The official e-mail address (11(3)c). */
  readonly mail: boolean;
} {
  const rule = APPLICATION_RULES[kind];
  const brought = new Set(papers.map(({ paper }) => paper));
  return {
    papers: rule.papers.filter((paper) => !brought.has(paper)),
    mail: rule.mailEnclosed && applicant.email === '',
  };
}
