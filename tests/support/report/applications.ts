// Application packages as they may come to the desk: written by the program's own sealing, with or without a paper.
import { createHash, randomUUID } from 'node:crypto';
import {
  APPLICATION_RULES,
  type ApplicationKind,
  type ApplicationPaper,
} from '../../../core/domain/application-kind.ts';
import { sealed } from '../../../core/lifecycle/package/write-package.ts';

export const APPLICANT = {
  ...{ name: 'Budi Contoh', nip: '198001012005011001', position: 'Kepala Bidang' },
  ...{ unit: 'Dinas Contoh', email: 'budi@contoh.test' },
};

interface Wanted {
  readonly id?: string;
  readonly without?: readonly ApplicationPaper[];
  readonly email?: string;
  /** Stands in the list in place of what belongs there. */
  readonly put?: Readonly<Record<string, unknown>>;
}

export function applicationFile(
  kind: ApplicationKind,
  { id = randomUUID(), without = [], email = APPLICANT.email, put = {} }: Wanted = {},
): Promise<Uint8Array> {
  const papers = APPLICATION_RULES[kind].papers
    .filter((paper) => !without.includes(paper))
    .map((paper) => ({ paper, bytes: Buffer.from(`%PDF-1.7 ${paper} ${id}`) }));
  const request = {
    ...{ format: 'pena-application-1', id, kind, madeAt: '2026-11-26T02:00:00.000Z' },
    ...{ applicant: { ...APPLICANT, email }, about: '', letterNumber: '500/1/2026' },
    papers: papers.map(({ paper, bytes }) => ({
      ...{ paper, mediaType: 'application/pdf' },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...put,
  };
  const files = papers.map(({ bytes }, i) => [`papers/${String(i + 1)}.pdf`, bytes] as const);
  const list = new Map<string, Uint8Array>([
    ['application.json', Buffer.from(JSON.stringify(request))],
    ...files,
  ]);
  return sealed(list, null);
}
