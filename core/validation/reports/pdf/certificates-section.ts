// Every certificate that the report rests on, once, however many files and signatures name it.
import { commonName } from '../../../domain/common-name.ts';
import type { CertificateDetails, FileReport } from '../../../domain/report.ts';
import type { Paper } from '../../../pdf/paper/paper.ts';
import { fact, heading, paragraph, QUIET, STRONG, TINY } from './blocks.ts';
import type { Speech } from './speech.ts';

/** A report of a thousand files stays one that can be printed. */
const MAX_SHOWN = 60;

export async function certificatesSection(
  paper: Paper,
  files: readonly FileReport[],
  speech: Speech,
): Promise<void> {
  const all = new Map<string, CertificateDetails>();
  for (const one of files.flatMap(({ certificates }) => certificates)) all.set(one.sha256, one);
  if (all.size === 0) return;
  const { certificates: words } = speech.words;
  paper.structure.open('Sect');
  // With the first certificate: a heading alone at the foot of a page leads nowhere.
  await heading(paper, words.title, 190);
  await paragraph(paper, words.intro, QUIET, { after: 8 });
  for (const one of [...all.values()].slice(0, MAX_SHOWN)) await certificate(paper, one, speech);
  if (all.size > MAX_SHOWN) await paragraph(paper, words.more(all.size - MAX_SHOWN), QUIET);
  paper.structure.close();
}

const SMALL = { ...TINY, size: 8 } as const;

async function certificate(paper: Paper, one: CertificateDetails, speech: Speech): Promise<void> {
  const { certificates: words } = speech.words;
  const { keyUsage, extendedKeyUsage, policies, trustedBy, signedWith } = one;
  const trusted = trustedBy === null ? '' : ` · ${words.trustedBy[trustedBy]}`;
  const usages = keyUsage?.map((name) => words.usages[name] ?? name);
  const purposes = extendedKeyUsage?.map((oid) => {
    const name = words.purposes[oid];
    return name === undefined ? oid : `${name} (${oid})`;
  });
  const listed = (values: readonly string[] | undefined): string[] => [
    values?.join(', ') ?? words.unlimited,
  ];
  paper.keep(120);
  await paragraph(paper, commonName(one.subject) + trusted, STRONG, { role: 'H3', after: 3 });
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [words.subject, [one.subject]],
    [words.issuer, [one.issuer]],
    [words.serial, [one.serial]],
    [words.validity, [words.period(speech.dateTime(one.notBefore), speech.dateTime(one.notAfter))]],
    [words.keyUsage, listed(usages)],
    [words.purpose, listed(purposes)],
    [words.policies, policies.length === 0 ? [] : [policies.join(', ')]],
    [words.authority, one.authority ? [words.mayIssue] : []],
    [words.key, [signedWith === null ? one.key : words.keyText(one.key, signedWith)]],
    ['SHA-256', [one.sha256]],
    ['SHA-1', [one.sha1]],
  ];
  for (const [name, values] of facts) await fact(paper, name, values, SMALL);
  paper.y -= 7;
}
