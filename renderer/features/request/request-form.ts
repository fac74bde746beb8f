// What is typed for a request, and what of it goes with the chosen type (Pasal 7, 8(5)).
import type { RequestWish } from '../../../core/contract/token-keys.ts';
import { CERTIFICATE_USES, type CertificateUse } from '../../../core/domain/certificate-request.ts';

export const TEXT_FIELDS = [
  'name',
  'position',
  'organisation',
  'unit',
  'email',
  'locality',
  'province',
  'serialNumber',
] as const;
type TextField = (typeof TEXT_FIELDS)[number];

export interface RequestForm extends Readonly<Record<TextField, string>> {
  readonly type: RequestWish['type'];
  readonly uses: readonly CertificateUse[];
  /** One a line. */
  readonly dns: string;
  readonly ip: string;
}

export type FormField = keyof RequestForm;

export function emptyForm(name: string): RequestForm {
  return {
    ...{ type: 'individual', uses: ['signature'], name, position: '', organisation: '', unit: '' },
    ...{ email: '', locality: '', province: '', serialNumber: '', dns: '', ip: '' },
  };
}

/** Only a system is a server: nobody signs a document as one. */
export function usesFor(type: RequestForm['type']): readonly CertificateUse[] {
  return type === 'system' ? CERTIFICATE_USES : CERTIFICATE_USES.filter((use) => use !== 'server');
}

export function fieldsFor(type: RequestForm['type']): readonly TextField[] {
  return TEXT_FIELDS.filter((field) => field !== 'position' || type === 'position');
}

/** What stands in fields that do not belong to the type stays behind. */
export function wishOf(form: RequestForm): RequestWish {
  const { type, uses, position, dns, ip } = form;
  const { name, organisation, unit, email, locality, province, serialNumber } = form;
  const system = type === 'system';
  return {
    ...{ type, name, organisation, unit, email, locality, province, serialNumber },
    uses: uses.filter((use) => usesFor(type).includes(use)),
    position: type === 'position' ? position : '',
    dns: system ? linesOf(dns) : [],
    ip: system ? linesOf(ip) : [],
  };
}

const MOST_LINES = 50;

function linesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
