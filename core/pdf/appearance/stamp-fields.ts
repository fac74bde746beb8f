// The texts of a design with its fields filled in.
import type { StampDesign, StampField, TextElement } from '../../domain/stamp-design.ts';
import type { StampContent, Zone } from './stamp-content.ts';

const OFFSET_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September'],
  ...['Oktober', 'November', 'Desember'],
];

export type FieldValues = Readonly<Record<StampField, string>>;

/** "24 November 2026 10.15 WITA" */
export function stampTime(time: Date, zone: Zone): string {
  const local = localTime(time, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(local.getUTCDate())} ${MONTHS[local.getUTCMonth()] ?? ''} ${String(local.getUTCFullYear())}`;
  // A no-break space: a time without its zone says nothing.
  return `${date} ${two(local.getUTCHours())}.${two(local.getUTCMinutes())}\u00a0${zone}`;
}

/** "24-11-2026" */
function shortDate(time: Date, zone: Zone): string {
  return localTime(time, zone).toISOString().slice(0, 10).split('-').reverse().join('-');
}

function localTime(time: Date, zone: Zone): Date {
  return new Date(time.getTime() + OFFSET_HOURS[zone] * 3_600_000);
}

/** First letters of a name's words, its titles left out: "Drs. H. SITI AMINAH, M.Si." is "SA". */
export function initialsOf(name: string): string {
  const [before = ''] = name.normalize('NFC').split(',');
  const words = before.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const own = words.filter((word) => !word.endsWith('.'));
  const letters = (own.length > 0 ? own : words).map((word) => Array.from(word)[0] ?? '');
  return letters.slice(0, 4).join('').toLocaleUpperCase('id');
}

export function fieldValues(content: StampContent): FieldValues {
  const { name, position, time, zone, reason, location, nip, serial, qr, document } = content;
  return {
    name: oneLine(name),
    position: position.split('\n').map(oneLine).join('\n'),
    nip: oneLine(nip ?? ''),
    time: stampTime(time, zone),
    date: shortDate(time, zone),
    place: oneLine(location),
    reason: oneLine(reason),
    serial: oneLine(serial ?? ''),
    initials: oneLine(content.initials ?? initialsOf(name)),
    qr: qr ?? '',
    document: document?.id ?? '',
    sha256: document?.sha256 ?? '',
  };
}

/** Fonts have many letters only together with their marks: composed. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc} ]+/gu, ' ')
    .trim();
}

/** A template with its fields, and without the parts that name an empty one. */
export function fillTemplate(template: string, values: FieldValues): string {
  const parts = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    namesEmpty(part, values) ? '' : part,
  );
  return replaceFields(parts, values);
}

/** The first alternative whose fields are all known, null where there is none. */
export function fillFirst(alternatives: readonly string[], values: FieldValues): string | null {
  const known = alternatives.find((template) => !namesEmpty(template, values));
  return known === undefined ? null : replaceFields(known, values);
}

const FIELD = /\{(\w+)\}/g;

function replaceFields(template: string, values: FieldValues): string {
  return template.replace(FIELD, (_, name: string) => valueOf(name, values));
}

function namesEmpty(template: string, values: FieldValues): boolean {
  return [...template.matchAll(FIELD)].some(([, name = '']) => valueOf(name, values) === '');
}

function valueOf(name: string, values: FieldValues): string {
  return new Map<string, string>(Object.entries(values)).get(name) ?? '';
}

/** Whether drawing needs to know which document is signed: its digest costs one more reading. */
export function namesDocument(design: StampDesign, content: StampContent): boolean {
  // With values that stand for anything: would it be drawn?
  const values = { ...fieldValues(content), document: '?', sha256: '?' };
  return design.elements.some((element) => {
    if (element.kind === 'qr') {
      return element.contents
        .filter((template) => !namesEmpty(template, values))
        .slice(0, 1)
        .some(asksDocument);
    }
    return element.kind === 'text' && asksInText(element);
  });
}

function asksInText({ lines }: TextElement): boolean {
  return lines.some(({ text }) => asksDocument(text));
}

function asksDocument(template: string): boolean {
  return template.includes('{document}') || template.includes('{sha256}');
}
