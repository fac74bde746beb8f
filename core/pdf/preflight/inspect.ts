// Looks a document over before it is signed: what it is, what is in it, and what could change its look.
import type {
  JudgedFinding,
  PreflightFinding,
  PreflightPolicy,
  PreflightReport,
} from '../../domain/preflight.ts';
import { formFields } from '../form-fields.ts';
import { latin1 } from '../lexer.ts';
import { nameOf } from '../objects.ts';
import { pageGeometry } from '../page-geometry.ts';
import { countPages, findPage } from '../pages.ts';
import { PdfError } from '../pdf-error.ts';
import { certificationLevel } from '../permissions/certification.ts';
import type { PdfReader } from '../reader.ts';
import { repeatedKey } from '../repeated-key.ts';
import { collapse } from './collapse.ts';
import { emptyTally, fontsNotEmbedded, look } from './collect.ts';
import { walkDocument } from './walk.ts';

/** Pages whose geometry is looked at one by one. */
const MAX_PAGES = 2000;

/** @throws {PdfError} for a file of which nothing can be said */
export async function inspectDocument(
  reader: PdfReader,
  policy: PreflightPolicy,
): Promise<PreflightReport> {
  const findings: PreflightFinding[] = [];
  const found = (code: PreflightFinding['code'], params: PreflightFinding['params'] = {}): void => {
    findings.push({ code, params });
  };
  if (reader.encrypted) found('ENCRYPTED');
  const signatures = await lookAtForm(reader, found);
  const pages = await lookAtPages(reader, found);
  await lookAtContent(reader, found);
  const judged = findings.map((finding): JudgedFinding => {
    return { ...finding, severity: policy[finding.code] };
  });
  return { version: await versionOf(reader), pages, signatures, findings: judged };
}

type Found = (code: PreflightFinding['code'], params?: PreflightFinding['params']) => void;

async function lookAtForm(reader: PdfReader, found: Found): Promise<number> {
  const fields = await formFields(reader, 'Sig');
  let signatures = 0;
  const waiting: string[] = [];
  for (const { name, value } of fields) {
    if ((await reader.resolveDict(value)) === undefined) waiting.push(name);
    else signatures += 1;
  }
  if (signatures > 0) found('SIGNED', { count: signatures });
  const level = await certificationLevel(reader);
  if (level !== null) found('CERTIFIED', { level });
  if (waiting.length > 0) {
    found('FIELDS_WAITING', { count: waiting.length, names: collapse(waiting) });
  }
  const form = await reader.resolveDict((await reader.catalog()).get('AcroForm'));
  if (form?.get('XFA') !== undefined) found('XFA');
  if ((await reader.resolve(form?.get('NeedAppearances'))) === true) {
    found('APPEARANCES_MADE_BY_VIEWER');
  }
  return signatures;
}

async function lookAtPages(reader: PdfReader, found: Found): Promise<number | null> {
  const rotated: string[] = [];
  const cropped: string[] = [];
  let count: number;
  try {
    count = await countPages(reader);
    for (let number = 1; number <= Math.min(count, MAX_PAGES); number += 1) {
      const page = await findPage(reader, number);
      const { rotate, visible } = await pageGeometry(reader, page);
      if (rotate !== 0) rotated.push(String(number));
      const whole = await pageGeometry(reader, {
        ...page,
        attributes: new Map([...page.attributes].filter(([key]) => key !== 'CropBox')),
      });
      const same = visible.width === whole.visible.width && visible.height === whole.visible.height;
      if (!same) cropped.push(String(number));
    }
  } catch (thrown) {
    if (!(thrown instanceof PdfError)) throw thrown;
    found('DAMAGED');
    return null;
  }
  if (rotated.length > 0) found('PAGES_ROTATED', { pages: collapse(rotated) });
  if (cropped.length > 0) found('PAGES_CROPPED', { pages: collapse(cropped) });
  return count;
}

async function lookAtContent(reader: PdfReader, found: Found): Promise<void> {
  const tally = emptyTally();
  const { complete, broken } = await walkDocument(reader, (dict) => look(dict, tally));
  if ((await reader.resolveDict((await reader.catalog()).get('OCProperties'))) !== undefined) {
    found('LAYERS');
  }
  if (tally.javaScript > 0) found('JAVASCRIPT', { count: tally.javaScript });
  if (tally.launches > 0) found('LAUNCHES_PROGRAMS', { count: tally.launches });
  if (tally.embeddedFiles > 0) found('EMBEDDED_FILES', { count: tally.embeddedFiles });
  if (tally.external > 0) found('EXTERNAL_CONTENT', { count: tally.external });
  if (tally.alternates > 0) found('ALTERNATE_IMAGES', { count: tally.alternates });
  const fonts = await fontsNotEmbedded(reader, tally);
  if (fonts.length > 0) {
    found('FONTS_NOT_EMBEDDED', { count: fonts.length, names: collapse(fonts) });
  }
  const repeated = await repeatedKey(reader);
  if (repeated !== null) found('KEY_REPEATED', { key: repeated });
  if (broken > 0) found('DAMAGED', { count: broken });
  if (!complete) found('NOT_FULLY_INSPECTED');
}

async function versionOf(reader: PdfReader): Promise<string> {
  const head = latin1(await reader.file.read(0, 1024));
  const header = /%PDF-(\d\.\d)/.exec(head)?.[1] ?? '?';
  const newer = nameOf(await reader.resolve((await reader.catalog()).get('Version')));
  return newer !== undefined && newer > header ? newer.slice(0, 8) : header;
}
