// `pena token keys|import|remove-key`: what keys a token holds, a certificate for one, and one less.
import { mayMakeSignatures, readCertificate } from '../../core/cms/certificate.ts';
import { sightingOf } from '../../core/cms/certificate-sighting.ts';
import { formatDate } from '../../core/domain/local-time.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import {
  importCertificate,
  type Imported,
} from '../../core/lifecycle/certificate-request/import-certificate.ts';
import { noteSightings } from '../../native/certificates/certificate-registry.ts';
import { loadCertificates } from '../../native/files/certificate-files.ts';
import { visibleKeys } from '../../native/pkcs11/key-life.ts';
import { EXIT } from '../exit-codes.ts';
import { openJournal } from '../journal/open.ts';
import type { Shell } from '../shell.ts';
import { tokenKeyTexts } from '../texts/token-keys.ts';
import { type ErrandOptions, onErrand } from '../token/key-errand.ts';
import { type PlaceOptions, withToken } from '../token/with-token.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';

export interface TokenKeysOptions extends PlaceOptions {
  readonly json?: boolean;
}
export interface TokenImportOptions extends TokenKeysOptions, ErrandOptions {
  readonly chain?: boolean;
  readonly replace?: boolean;
}
export interface RemoveKeyOptions extends PlaceOptions, ErrandOptions {
  readonly forever?: boolean;
}

/** @returns the exit code; @throws {PenaError} TOKEN_* */
export function tokenKeys(options: TokenKeysOptions, shell: Shell): Promise<number> {
  return withToken(options, shell, async (service, token) => {
    const keys = (await visibleKeys(service, token)).map(({ id, label, certificates }) => ({
      ...{ id, label },
      certificates: certificates.map((der) => readCertificate(der).commonName),
    }));
    const { out } = shell;
    if (options.json === true) {
      out.json({ token: token.label, keys });
      return EXIT.ok;
    }
    const texts = tokenKeyTexts(shell.language);
    out.line(shell.texts.tokenLine(token.label, token.serial), { tone: 'strong' });
    if (keys.length === 0) out.line(texts.noKeys, { indent: 2 });
    for (const { id, label, certificates } of keys) {
      const held = certificates.length === 0 ? texts.without : certificates;
      const facts = [
        { name: texts.facts.keyId, value: id },
        { name: texts.facts.label, value: label || texts.unnamed },
        { name: texts.facts.certificate, value: held },
      ];
      out.line();
      out.facts(facts, 2);
    }
    return EXIT.ok;
  });
}

/** @returns the exit code; @throws {PenaError} CERT_*, TOKEN_*, FILE_*, PIN_NOT_GIVEN, CANCELLED */
export async function tokenImport(
  files: readonly string[],
  options: TokenImportOptions,
  shell: Shell,
): Promise<number> {
  const given = await loadCertificates(files);
  const [first] = given;
  if (first === undefined) throw new PenaError('CERT_MALFORMED');
  const texts = tokenKeyTexts(shell.language);
  return withToken(options, shell, async (service, token) => {
    const { chain = false, replace = false } = options;
    const errand = { errand: 'import' as const, name: readCertificate(first).commonName };
    const imported = await onErrand(service, token, errand, options, shell, (keys) =>
      importCertificate(given, keys, { chain, replace }, new Date()),
    ).catch((thrown: unknown) => {
      if (toPenaError(thrown).code === 'TOKEN_KEY_HAS_CERTIFICATE') {
        shell.err.line(texts.otherCertificate, { tone: 'warn' });
      }
      throw thrown;
    });
    const { certificate } = imported;
    const seen = sightingOf(certificate.der, token, true);
    await noteSightings(seen === null ? [] : [seen]);
    await openJournal({})
      .append({ kind: 'certificate', did: 'imported', certificate: certificate.sha256 })
      .catch((thrown: unknown) => trace(thrown, shell));
    const { keyId, stored, chain: issuers, replaced } = imported;
    const { sha256 } = certificate;
    if (options.json === true) shell.out.json({ sha256, keyId, stored, issuers, replaced });
    else print(imported, shell.texts.tokenLine(token.label, token.serial), shell);
    return EXIT.ok;
  });
}

function print(
  { certificate, keyId, stored, chain, replaced }: Imported,
  place: string,
  { out, language, zone }: Shell,
): void {
  const texts = tokenKeyTexts(language);
  const { facts } = texts;
  const date = (time: Date): string => formatDate(time.toISOString(), zone, language);
  out.line(stored ? texts.imported : texts.alreadyThere, { tone: 'ok' });
  out.facts(
    [
      { name: facts.name, value: certificate.commonName },
      { name: facts.issuer, value: certificate.issuerCommonName },
      {
        name: facts.validity,
        value: `${date(certificate.notBefore)} - ${date(certificate.notAfter)}`,
      },
      { name: facts.uses, value: mayMakeSignatures(certificate) ? texts.signs : texts.signsNot },
      { name: facts.token, value: place },
      { name: facts.keyId, value: keyId },
      { name: 'SHA-256', value: certificate.sha256 },
    ],
    2,
  );
  if (chain > 0) out.line(texts.chainStored(chain), { indent: 2 });
  if (replaced > 0) out.line(texts.replaced(replaced), { indent: 2 });
}

/** @returns the exit code; @throws {PenaError} CERT_KEY_MISSING, TOKEN_KEY_HAS_CERTIFICATE, TOKEN_* */
export async function tokenRemoveKey(
  id: string,
  options: RemoveKeyOptions,
  shell: Shell,
): Promise<number> {
  if (options.forever !== true) throw new UsageError('missingOption', '--forever');
  return withToken(options, shell, async (service, token) => {
    const errand = { errand: 'remove-key' as const, name: id };
    await onErrand(service, token, errand, options, shell, (keys) =>
      keys.removeKey(id.toLowerCase()),
    );
    shell.out.line(tokenKeyTexts(shell.language).removed, { tone: 'ok' });
    return EXIT.ok;
  });
}
