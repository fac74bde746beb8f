// `pena certificates list|show|forget`: every certificate ever seen on this computer.
import {
  daysLeft,
  expiryWarning,
  type KnownCertificate,
  replacementOf,
} from '../../core/domain/known-certificate.ts';
import { formatDate, formatDateTime } from '../../core/domain/local-time.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { certificateTexts } from '../texts/certificates.ts';

export interface CertificatesOptions {
  readonly json?: boolean;
}

const SHORT = 16;

/** @returns the exit code; @throws {PenaError} CERTIFICATE_REGISTRY_INVALID, FILE_NOT_READABLE */
export async function listCertificates(
  { json }: CertificatesOptions,
  shell: Shell,
): Promise<number> {
  const all = await new CertificateRegistry().list();
  if (json === true) {
    shell.out.json(all.map((one) => asJson(one, all)));
    return EXIT.ok;
  }
  if (all.length === 0) shell.out.line(certificateTexts(shell.language).empty);
  for (const one of all) {
    print(one, all, shell, false);
    shell.out.line();
  }
  return EXIT.ok;
}

/** @throws {PenaError} CERT_NOT_FOUND, CERT_AMBIGUOUS */
export async function showCertificate(
  digest: string,
  { json }: CertificatesOptions,
  shell: Shell,
): Promise<number> {
  const all = await new CertificateRegistry().list();
  const one = find(digest, all);
  if (json === true) shell.out.json(asJson(one, all));
  else print(one, all, shell, true);
  return EXIT.ok;
}

/** @throws {PenaError} CERT_NOT_FOUND, CERT_AMBIGUOUS, CERTIFICATE_REPORTED_LOST */
export async function forgetCertificate(digest: string, shell: Shell): Promise<number> {
  const registry = new CertificateRegistry();
  await registry.forget(find(digest, await registry.list()).sha256);
  shell.out.line(certificateTexts(shell.language).forgotten, { tone: 'ok' });
  return EXIT.ok;
}

function find(digest: string, all: readonly KnownCertificate[]): KnownCertificate {
  const wanted = digest.replace(/[\s:]/g, '').toLowerCase();
  const found = all.filter(({ sha256 }) => wanted !== '' && sha256.startsWith(wanted));
  const [first] = found;
  if (first === undefined) throw new PenaError('CERT_NOT_FOUND');
  if (found.length > 1) throw new PenaError('CERT_AMBIGUOUS');
  return first;
}

function asJson(one: KnownCertificate, all: readonly KnownCertificate[]) {
  const { subjectKey: _key, ...shown } = one;
  const now = new Date();
  return {
    ...shown,
    warning: expiryWarning(one, now),
    daysLeft: daysLeft(one, now),
    replacedBy: replacementOf(one, all)?.sha256 ?? null,
  };
}

function print(
  one: KnownCertificate,
  all: readonly KnownCertificate[],
  { out, language, zone }: Shell,
  full: boolean,
): void {
  const texts = certificateTexts(language);
  const date = (time: string): string => formatDate(time, zone, language);
  const moment = (time: string): string => formatDateTime(time, zone, language);
  const now = new Date();
  const warning = expiryWarning(one, now);
  const newer = replacementOf(one, all);
  out.line(one.name, { tone: 'strong' });
  if (one.reportedLost !== null) {
    out.line(texts.reported(moment(one.reportedLost.since)), { indent: 2, tone: 'bad' });
  }
  if (newer !== null) out.line(texts.replaced(newer.sha256.slice(0, SHORT)), { indent: 2 });
  const state = warning === null ? texts.valid : texts.expiry(warning, daysLeft(one, now));
  out.line(state, { indent: 2, tone: warning === null ? 'ok' : 'warn' });
  if (warning !== null && newer === null && one.reportedLost === null) {
    out.line(texts.renewal, { indent: 2 });
  }
  const { token, hasPrivateKey: key } = one;
  const facts = [
    { name: texts.issuer, value: one.issuer },
    { name: texts.validity, value: texts.period(date(one.notBefore), date(one.notAfter)) },
    {
      name: texts.place,
      value: token === null ? texts.file : texts.token(token.label, token.serial),
    },
    { name: texts.seen, value: moment(one.lastSeen) },
    { name: 'SHA-256', value: one.sha256 },
  ];
  const more = [
    { name: texts.firstSeen, value: moment(one.firstSeen) },
    ...(one.lastSigned === null ? [] : [{ name: texts.signed, value: moment(one.lastSigned) }]),
    { name: texts.key, value: texts.keys[key === null ? 'unknown' : key ? 'yes' : 'no'] },
    { name: texts.serial, value: one.serial },
  ];
  out.facts(full ? [...facts, ...more] : facts, 2);
}
