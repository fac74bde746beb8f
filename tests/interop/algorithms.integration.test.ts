// Every algorithm with every kind of key that does it, from a PKCS#12 file and from a token, as pdfsig,
// openssl and our own verifier see it; the same in the form that BSrE's service writes. Prints the table.
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, type KeyAlgorithm, makeCa } from '../../build/practice/pki.mjs';
import { derOctetString, derSequence } from '../../core/cms/der-writer.ts';
import { openP12 } from '../../core/cms/p12-key.ts';
import type { SignatureReport } from '../../core/domain/report.ts';
import {
  type AlgorithmPreference,
  DIGEST_OF,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../../core/domain/signature-algorithm.ts';
import { algorithmFor, readCertificate } from '../../core/cms/certificate.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { p12Of } from '../core/support/p12.ts';
import { derOfPem } from '../core/support/pem.ts';
import { classicFile } from '../core/support/small-files.ts';
import { opensslSays, pdfsigSays } from '../support/other-validators.ts';
import { answering } from '../support/pin-prompt.ts';
import { signFile } from '../support/signing.ts';
import { type KeySpec, makeSoftHsm, USER_PIN, whyNoSoftHsm } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';

type Source = 'p12' | 'SoftHSM';

interface Case {
  readonly algorithm: SignatureAlgorithm;
  readonly kind: KeyAlgorithm;
  readonly source: Source;
  readonly format?: 'adbe.pkcs7.detached';
}

const ALGORITHMS: readonly (readonly [KeyAlgorithm, ...SignatureAlgorithm[]])[] = [
  ['rsa:2048', 'RSA_PKCS1_SHA256', 'RSA_PKCS1_SHA384', 'RSA_PKCS1_SHA512'],
  ['rsa:2048', 'RSA_PSS_SHA256', 'RSA_PSS_SHA384', 'RSA_PSS_SHA512'],
  ['rsa:3072', 'RSA_PKCS1_SHA256', 'RSA_PSS_SHA384'],
  ['rsa:4096', 'RSA_PKCS1_SHA512', 'RSA_PSS_SHA512'],
  ['ec:P-256', 'ECDSA_P256_SHA256'],
  ['ec:P-384', 'ECDSA_P384_SHA384'],
  ['ec:P-521', 'ECDSA_P521_SHA512'],
  ['ed25519', 'ED25519'],
];
const SOURCES: readonly Source[] = ['p12', 'SoftHSM'];
const CASES: readonly Case[] = [
  ...ALGORITHMS.flatMap(([kind, ...algorithms]) =>
    algorithms.flatMap((algorithm) => SOURCES.map((source) => ({ algorithm, kind, source }))),
  ),
  // SoftHSM imports no key that is bound to PSS.
  { algorithm: 'RSA_PSS_SHA256', kind: 'rsa-pss:2048', source: 'p12' },
  { algorithm: 'RSA_PSS_SHA384', kind: 'rsa-pss:2048', source: 'p12' },
  ...SOURCES.map((source): Case => ({
    ...{ algorithm: 'RSA_PKCS1_SHA256', kind: 'rsa:2048', source },
    format: 'adbe.pkcs7.detached',
  })),
];
/** Beside those that makeSoftHsm makes anyway. */
const MORE: readonly KeySpec[] = [
  { id: '04', name: 'rsa3072', kind: 'rsa:3072', algorithm: 'RSA_PKCS1_SHA256' },
  { id: '05', name: 'rsa4096', kind: 'rsa:4096', algorithm: 'RSA_PKCS1_SHA256' },
  { id: '06', name: 'p521', kind: 'ec:P-521', algorithm: 'ECDSA_P521_SHA512' },
  { id: '07', name: 'ed25519', kind: 'ed25519', algorithm: 'ED25519' },
];
const TOKEN_KINDS: Partial<Record<KeyAlgorithm, string>> = {
  'rsa:2048': '01',
  'ec:P-256': '02',
  'ec:P-384': '03',
  ...Object.fromEntries(MORE.map(({ kind, id }) => [kind, id])),
};

const reason = whyNoSoftHsm();

describe.skipIf(reason !== null)(`algorithms${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  const keys = new Map<string, SigningKey>();
  const lines: string[] = [];
  let service: TokenService;
  let caFiles: Record<Source, string>;

  beforeAll(async () => {
    const token = await makeSoftHsm(folder, 'UJI', MORE);
    service = new TokenService({ modules: [token.module], env: token.env });
    const tokenSerial = (await service.list()).tokens[0]!.serial;
    for (const [kind, id] of Object.entries(TOKEN_KINDS)) {
      // Each key is asked for its PIN once, and again when another one was used in between.
      const prompt = answering(...Array.from({ length: 20 }, () => USER_PIN));
      const choice = { module: token.module, tokenSerial, id };
      keys.set(`SoftHSM ${kind}`, await service.signingKey(choice, prompt));
    }
    const ca = await makeCa(join(folder, 'ca-p12'), {
      ...{ baseUrl: 'http://127.0.0.1:1', subject: '/C=ID/O=LATIHAN/CN=CA UJI P12' },
      algorithm: 'ec:P-256',
    });
    caFiles = { p12: ca.certificate, SoftHSM: token.caFile };
    for (const algorithm of new Set(CASES.map(({ kind }) => kind))) {
      const subject = `/C=ID/O=LATIHAN/CN=PEJABAT ${algorithm}`;
      const issued = await issue(ca, algorithm.replace(':', '-'), 'signer', { subject, algorithm });
      const file = p12Of(
        createPrivateKey(readFileSync(issued.key)),
        readFileSync(issued.certificateDer),
      );
      keys.set(`p12 ${algorithm}`, await openP12(file, new Uint8Array(0)));
    }
    writeFileSync(join(folder, 'masuk.pdf'), classicFile());
  }, 120_000);

  afterAll(async () => {
    await service.close();
    console.log(lines.join('\n'));
  });

  it.each(CASES)('$algorithm, $kind, $source $format', async (one) => {
    const { algorithm, kind, source, format } = one;
    const key = keys.get(`${source} ${kind}`)!;
    const preference = preferenceFor(algorithm);
    expect(algorithmFor(readCertificate(key.certificate), preference)).toBe(algorithm);
    const output = join(folder, `${Object.values(one).join('-').replace(/\W/g, '-')}.pdf`);
    const revocation = { ocsp: [derSequence(derOctetString(Buffer.from('ocsp')))], crl: [] };
    await signFile(join(folder, 'masuk.pdf'), output, key, {
      algorithm: preference,
      ...(format ? { format, revocation } : {}),
    });
    const pdfsig = pdfsigSays(output);
    const openssl = await opensslSays(output, caFiles[source], folder);
    const { signatures } = await validateDocument(memorySource(readFileSync(output)), {
      ...{ anchors: [derOfPem(caFiles[source])], at: null, now: new Date() },
    });
    const [ours] = signatures;
    lines.push(line(one, pdfsig, openssl, ours));
    // No proof of revocation lies in these files: that is all that is missing.
    expect(ours).toMatchObject({
      ...{ intact: true, level: format ? 'CMS' : 'PAdES-B-B' },
      ...{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' },
      revocation: { status: expect.any(String) as unknown, embedded: format ? ['ocsp'] : [] },
    });
    expect(['Signature is Valid.', PDFSIG_LIMITS[kind]]).toContain(pdfsig.join(' '));
    expect(openssl).toEqual([kind === 'ed25519' ? 'value' : 'accepted']);
  });
});

/**
 * What NSS, on which pdfsig 22.12 stands, says for want of knowledge: it has no Ed25519 in CMS, and calls
 * every signature wrong that was made with a key bound to PSS, those of `openssl cms -sign` too.
 */
const PDFSIG_LIMITS: Partial<Record<KeyAlgorithm, string>> = {
  ed25519: "Document isn't signed or corrupted data.",
  'rsa-pss:2048': 'Signature is Invalid.',
};

function line(
  { algorithm, kind, source, format }: Case,
  pdfsig: readonly string[],
  openssl: readonly string[],
  ours: SignatureReport | undefined,
): string {
  const row = [
    algorithm.padEnd(17),
    kind.padEnd(12),
    source.padEnd(7),
    (format ?? 'pades').padEnd(19),
  ].join(' ');
  const { intact = false, level = '-', subIndication = null } = ours ?? {};
  const own = `${intact ? 'intact' : 'BROKEN'} ${level} ${subIndication ?? ''}`;
  return `${row} openssl: ${openssl.join()}; ours: ${own}; pdfsig: ${pdfsig.join(' ')}`;
}

function preferenceFor(algorithm: SignatureAlgorithm): AlgorithmPreference {
  const scheme = SCHEME_OF[algorithm];
  const hash = DIGEST_OF[algorithm];
  return scheme === 'pkcs1' || scheme === 'pss' ? { scheme, hash } : {};
}
