// `pena token request`: a key pair on the token, and the PKCS#10 request for its certificate (Pasal 7, 11).
import { requestPem } from '../../core/cms/certification-request.ts';
import { type CertificateRequest, masked } from '../../core/domain/certificate-request.ts';
import { KEY_KINDS, type KeyKind } from '../../core/domain/key-kind.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import {
  type MadeRequest,
  makeRequest,
  type WhichKey,
} from '../../core/lifecycle/certificate-request/make-request.ts';
import type { TokenInfo } from '../../core/ports/token.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { keyKindsOf } from '../../native/pkcs11/key-life.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { EXIT } from '../exit-codes.ts';
import { openJournal } from '../journal/open.ts';
import type { Shell } from '../shell.ts';
import { tokenKeyTexts } from '../texts/token-keys.ts';
import { type ErrandOptions, onErrand } from '../token/key-errand.ts';
import { requestFrom, type RequestDataOptions } from '../token/request-data.ts';
import { type PlaceOptions, withToken } from '../token/with-token.ts';
import { trace } from '../trace.ts';
import { UsageError } from '../usage-error.ts';

export interface TokenRequestOptions extends PlaceOptions, ErrandOptions, RequestDataOptions {
  readonly out: string;
  readonly kind?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** The application that goes with each type (Pasal 11(3), (4), (5)). */
const LETTERS = {
  individual: 'permohonan-individu',
  position: 'permohonan-jabatan',
  system: 'permohonan-sistem',
} as const;

/** @returns the exit code; @throws {PenaError} REQUEST_DATA_INVALID, TOKEN_*, FILE_*, PIN_NOT_GIVEN, CANCELLED */
export async function tokenRequest(options: TokenRequestOptions, shell: Shell): Promise<number> {
  const {
    module,
    token: wanted,
    pinStdin,
    pinFd,
    lastTry,
    out,
    kind,
    key,
    json,
    ...data
  } = options;
  if (kind !== undefined && key !== undefined) throw new UsageError('wrong', '--key');
  const request = await requestFrom(data);
  const chosen = kindOf(kind);
  const pin = {
    ...(pinStdin && { pinStdin }),
    ...(pinFd && { pinFd }),
    ...(lastTry && { lastTry }),
  };
  const place = { ...(module && { module }), ...(wanted && { token: wanted }) };
  return withToken(place, shell, async (service, token) => {
    // Whatever is wrong with the place is said before there is a key.
    const output = await createAtomicOutput(out, { overwrite: false });
    try {
      const which: WhichKey =
        key === undefined ? await newKey(service, token, request, chosen) : { keyId: key };
      const made = await make(service, token, request, which, pin, shell, async (bytes) => {
        await output.append(bytes);
        await output.commit();
      });
      report({ request, which, made, token, out, json: json === true }, shell);
      return EXIT.ok;
    } finally {
      await output.abort();
    }
  });
}

function kindOf(kind: string | undefined): KeyKind {
  const found = KEY_KINDS.find((one) => one === (kind ?? 'rsa-2048'));
  if (found === undefined) throw new PenaError('REQUEST_DATA_INVALID', { field: '--kind' });
  return found;
}

async function newKey(
  service: TokenService,
  token: TokenInfo,
  { name }: CertificateRequest,
  kind: KeyKind,
): Promise<WhichKey> {
  const kinds = await keyKindsOf(service, token);
  if (!kinds.includes(kind)) {
    throw new PenaError('TOKEN_KEYGEN_UNSUPPORTED', { token: token.label });
  }
  // Two keys of one person are told apart by the day.
  return { kind, label: `${name} ${new Date().toISOString().slice(0, 10)}` };
}

async function make(
  service: TokenService,
  token: TokenInfo,
  request: CertificateRequest,
  which: WhichKey,
  pin: ErrandOptions,
  shell: Shell,
  write: (pem: Uint8Array) => Promise<void>,
): Promise<MadeRequest> {
  const texts = tokenKeyTexts(shell.language);
  const fresh = 'kind' in which;
  const errand = {
    errand: fresh ? ('make-key' as const) : ('request' as const),
    name: request.name,
  };
  let keyId = '';
  try {
    const made = await onErrand(service, token, errand, pin, shell, (keys) => {
      if (fresh && shell.err.isTerminal) shell.err.line(texts.making);
      return makeRequest(request, which, keys, (id) => (keyId = id));
    });
    await write(requestPem(made.request));
    await openJournal({})
      .append({ kind: 'certificate', did: 'requested', certificate: made.publicKeySha256 })
      .catch((thrown: unknown) => trace(thrown, shell));
    return made;
  } catch (thrown) {
    if (keyId !== '') shell.err.line(texts.stays(keyId), { tone: 'warn' });
    throw thrown;
  }
}

interface Report {
  readonly request: CertificateRequest;
  readonly which: WhichKey;
  readonly made: MadeRequest;
  readonly token: TokenInfo;
  readonly out: string;
  readonly json: boolean;
}

function report({ request, which, made, token, out, json }: Report, shell: Shell): void {
  const { type, uses, name, organisation, unit, position, email, serialNumber, dns, ip } = request;
  const kind = 'kind' in which ? which.kind : null;
  if (json) {
    const key = { keyId: made.keyId, publicKeySha256: made.publicKeySha256, kind };
    shell.out.json({ output: out, ...key, type, uses, token: token.label });
    return;
  }
  const texts = tokenKeyTexts(shell.language);
  const { facts } = texts;
  shell.out.line(kind === null ? texts.madeAgain : texts.made, { tone: 'ok' });
  const hosts = [...(dns ?? []), ...(ip ?? [])];
  const shown: [string, string | undefined][] = [
    [facts.type, texts.types[type]],
    [facts.uses, uses.map((use) => texts.uses[use]).join(', ')],
    [facts.name, name],
    [facts.position, position],
    [facts.organisation, organisation],
    [facts.unit, unit],
    [facts.email, email],
    [facts.serialNumber, serialNumber === undefined ? undefined : masked(serialNumber)],
    [facts.hosts, hosts.length === 0 ? undefined : hosts.join(', ')],
    [facts.kind, kind === null ? undefined : texts.kinds[kind]],
    [facts.token, shell.texts.tokenLine(token.label, token.serial)],
    [facts.keyId, made.keyId],
    [facts.publicKey, made.publicKeySha256],
    [facts.file, out],
  ];
  shell.out.facts(
    shown.flatMap(([fact, value]) => (value === undefined ? [] : [{ name: fact, value }])),
    2,
  );
  shell.out.line(texts.next(LETTERS[type]), { indent: 2 });
}
