// The tokens and certificates as a window is shown them, under handles of that window.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  certificateHandle,
  type CertificateHandle,
  type Failure,
  tokenHandle,
  type TokenHandle,
} from '../../core/contract/shapes.ts';
import type { CertificateChoice, ModuleMark, tokenContract } from '../../core/contract/token.ts';
import { basename } from 'node:path';
import { readCertificate, refusalToSign, type Certificate } from '../../core/cms/certificate.ts';
import { sightingsOf } from '../../core/cms/certificate-sighting.ts';
import { bearsPracticeMark } from '../../core/domain/practice-mark.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenCertificate, TokenInfo } from '../../core/ports/token.ts';
import type { IssuerTrust } from '../../core/domain/issuer-trust.ts';
import { choiceRank, isIssuerKnown } from '../../core/trust/issuer-known.ts';
import {
  CertificateRegistry,
  noteSightings,
} from '../../native/certificates/certificate-registry.ts';
import { issuerTrust } from '../../native/certificates/issuer-trust.ts';
import type { TokenChoice } from '../../native/pkcs11/chosen-certificate.ts';
import type { ModuleReport, TokenService } from '../../native/pkcs11/token-service.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { failureOf } from '../ipc/failure.ts';
import { extraAnchors } from './development.ts';
import { Handles } from '../ipc/handles.ts';

type TokenList = z.infer<(typeof tokenContract)['token.list']['response']>;

export interface KnownCertificate {
  readonly choice: TokenChoice;
  readonly certificate: Certificate;
}

/** A token as it was listed last. */
export interface KnownToken {
  readonly module: string;
  readonly serial: string;
  readonly label: string;
  /** SHA-256 of each. */
  readonly certificates: readonly string[];
}

/** Milliseconds that a module's tokens are waited for before the others are shown without them. */
const PATIENCE = 2_000;

interface Known {
  readonly now: Date;
  readonly lost: ReadonlyMap<string, string>;
  readonly trust: IssuerTrust | null;
}

/** Most that the contract lets through (core/contract/token.ts). */
const MOST = { tokens: 64, certificates: 256, problems: 64, modules: 64 } as const;

export class Certificates {
  readonly #tokens: TokenService;
  readonly #known = new Handles<CertificateHandle, KnownCertificate>('crt', (text) =>
    certificateHandle.parse(text),
  );
  /** A certificate keeps its handle from one list to the next. */
  readonly #handles = new Map<string, CertificateHandle>();
  readonly #places = new Handles<TokenHandle, string>('tok', (text) => tokenHandle.parse(text));
  /** By module, serial number and label, each with its handle, which it keeps: serial numbers may be equal, or empty. */
  readonly #knownTokens = new Map<string, { handle: TokenHandle; token: KnownToken }>();

  constructor(tokens: TokenService) {
    this.#tokens = tokens;
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  get(handle: CertificateHandle): KnownCertificate {
    return this.#known.get(handle);
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, TOKEN_NONE */
  token(handle: TokenHandle): KnownToken {
    const known = this.#knownTokens.get(this.#places.get(handle));
    if (known === undefined) throw new PenaError('TOKEN_NONE');
    return known.token;
  }

  async list(): Promise<TokenList> {
    const { tokens, problems } = await this.#tokens.list(PATIENCE);
    await noteSightings(sightingsOf(tokens));
    const now = new Date();
    const failures = problems.map(failureOf);
    const lost = await reportedLost().catch((thrown: unknown) => {
      failures.push(failureOf(thrown));
      return new Map<string, string>();
    });
    const trust = await issuerTrust(await extraAnchors().catch(() => []));
    const certificates: CertificateChoice[] = [];
    for (const token of tokens) {
      for (const found of token.certificates) {
        try {
          const shown = this.#show(token, found, { now, lost, trust });
          if (shown !== null) certificates.push(shown);
        } catch (thrown) {
          failures.push(failureOf(thrown));
        }
      }
    }
    return {
      tokens: tokens.slice(0, MOST.tokens).map((token) => ({
        token: this.#tokenHandle(token),
        ...{ label: short(token.label), serial: short(token.serial), model: short(token.model) },
      })),
      certificates: certificates.sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST.certificates),
      problems: failures.slice(0, MOST.problems),
      modules: this.#tokens.health().slice(0, MOST.modules).map(markOf),
    };
  }

  /** Null for an authority's certificate: it is there for the chain, nobody signs with it. */
  #show(
    token: TokenInfo,
    found: TokenCertificate,
    { now, lost, trust }: Known,
  ): CertificateChoice | null {
    const certificate = readCertificate(found.certificate);
    const isAuthority = certificate.extensions.basicConstraints?.ca === true;
    if (isAuthority && found.hasPrivateKey !== true) return null;
    const others = token.certificates.map((other) => other.certificate);
    return {
      certificate: this.#handle(token, found, certificate),
      token: this.#tokenHandle(token),
      name: short(certificate.commonName),
      issuer: short(certificate.issuerCommonName),
      tokenLabel: short(token.label),
      tokenSerial: short(token.serial),
      notBefore: certificate.notBefore.toISOString(),
      notAfter: certificate.notAfter.toISOString(),
      pinPad: token.pinPad,
      pinState: token.pinState,
      refusal: refusalOf(token, found, certificate, now, lost.get(certificate.sha256)),
      practice: bearsPracticeMark(certificate.der),
      issuerKnown: isIssuerKnown(certificate, others, trust, now),
    };
  }

  #tokenHandle({ module, serial, label, certificates }: TokenInfo): TokenHandle {
    const key = JSON.stringify([module, serial, label]);
    const handle = this.#knownTokens.get(key)?.handle ?? this.#places.issue(key);
    const token = { module, serial, label, certificates: certificates.map(sha256Of) };
    this.#knownTokens.set(key, { handle, token });
    return handle;
  }

  #handle(token: TokenInfo, { id }: TokenCertificate, certificate: Certificate): CertificateHandle {
    const { module, serial: tokenSerial, label: tokenLabel } = token;
    const { sha256 } = certificate;
    const choice = { module, tokenSerial, tokenLabel, id, sha256 };
    const key = JSON.stringify(choice);
    const handle = this.#handles.get(key) ?? this.#known.issue({ choice, certificate });
    this.#handles.set(key, handle);
    return handle;
  }
}

/** The window offers the first that it can: one of a known issuer, where there is one. */
function rankOf({ refusal, issuerKnown: known }: CertificateChoice): number {
  return choiceRank({ refused: refusal !== null, known });
}

function sha256Of({ certificate }: TokenCertificate): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function refusalOf(
  token: TokenInfo,
  found: TokenCertificate,
  certificate: Certificate,
  now: Date,
  lostSince: string | undefined,
): Failure | null {
  if (lostSince !== undefined) {
    const { commonName: name } = certificate;
    return failureOf(new PenaError('CERTIFICATE_REPORTED_LOST', { name, since: lostSince }));
  }
  if (found.hasPrivateKey === false) {
    return failureOf(new PenaError('CERT_KEY_MISSING', { token: token.label }));
  }
  const refused = refusalToSign(certificate, now, practiceMode());
  return refused === null ? null : failureOf(refused);
}

/** Since when, by SHA-256. @throws {PenaError} as CertificateRegistry.list */
async function reportedLost(): Promise<Map<string, string>> {
  const known = await new CertificateRegistry().list();
  return new Map(
    known.flatMap(({ sha256, reportedLost: lost }) =>
      lost === null ? [] : [[sha256, lost.since]],
    ),
  );
}

export function markOf({ module, state, error, restUntil }: ModuleReport): ModuleMark {
  return {
    name: short(basename(module)),
    state,
    problem: error === null ? null : failureOf(error),
    restUntil: restUntil?.toISOString() ?? null,
  };
}

/** shortText of the contract. */
export function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
