// What a look around found, put together: each certificate judged, the likeliest cause, and a report that
// can be handed to a help desk.
import { type Cause, type Findings, likeliestCause, redacted } from '../domain/doctor.ts';
import type { ErrorCode } from '../domain/error-code.ts';
import type { ModuleState } from '../domain/module-state.ts';
import { PenaError, toPenaError } from '../domain/pena-error.ts';
import type { TokenCertificate, TokenInfo } from '../ports/token.ts';
import { type Certificate, readCertificate, refusalToSign } from './certificate.ts';

interface JudgedCertificate {
  readonly name: string;
  readonly refusal: PenaError | null;
  /** False: whoever verifies may not trust it. */
  readonly issuerKnown: boolean;
}

/** What certificates are judged by: since when one is reported lost (null: it is not), and who is known. */
interface DoctorSources {
  /** Whether in practice mode. */
  readonly practice: boolean;
  /** @param sha256 of the certificate */
  readonly lostSince: (sha256: string) => Promise<string | null>;
  /** @param others DER of what else is on the token */
  readonly issuerKnown: (certificate: Certificate, others: readonly Uint8Array[]) => boolean;
}

export interface JudgedToken {
  readonly token: TokenInfo;
  readonly certificates: readonly JudgedCertificate[];
}

interface Place {
  readonly path: string;
  readonly found: boolean;
}

/** As native/doctor/look.ts sees it. */
type Seen = Pick<Findings, 'service' | 'readers' | 'usbReaders' | 'policyFault'> & {
  readonly policy: Place;
  readonly registrations: readonly Place[];
  readonly modules: readonly {
    readonly module: string;
    readonly state: ModuleState;
    readonly error: { readonly code: ErrorCode } | null;
  }[];
};

export function judgeTokens(
  tokens: readonly TokenInfo[],
  sources: DoctorSources,
  now: Date,
): Promise<JudgedToken[]> {
  return Promise.all(
    tokens.map(async (token) => ({
      token,
      certificates: await Promise.all(
        token.certificates.map((one) => judge(one, token, sources, now)),
      ),
    })),
  );
}

async function judge(
  { certificate: der, hasPrivateKey, label }: TokenCertificate,
  token: TokenInfo,
  sources: DoctorSources,
  now: Date,
): Promise<JudgedCertificate> {
  try {
    const certificate = readCertificate(der);
    const { commonName: name, sha256 } = certificate;
    const others = token.certificates.map((other) => other.certificate);
    const issuerKnown = sources.issuerKnown(certificate, others);
    const isAuthority = refusalToSign(certificate, now)?.code === 'CERT_AUTHORITY';
    // An authority's certificate is there for the chain: that its key is elsewhere is as it should be.
    if (hasPrivateKey === false && !isAuthority) {
      const refusal = new PenaError('CERT_KEY_MISSING', { token: token.label });
      return { name, refusal, issuerKnown };
    }
    const since = await sources.lostSince(sha256);
    if (since !== null) {
      const refusal = new PenaError('CERTIFICATE_REPORTED_LOST', { name, since });
      return { name, refusal, issuerKnown };
    }
    return { name, refusal: refusalToSign(certificate, now, sources.practice), issuerKnown };
  } catch (thrown) {
    return { name: label, refusal: toPenaError(thrown), issuerKnown: false };
  }
}

export function causeOf(seen: Seen, tokens: readonly JudgedToken[]): Cause {
  const { service, readers, usbReaders, policyFault } = seen;
  return likeliestCause({
    ...{ service, readers, usbReaders, policyFault },
    modules: seen.modules.map(({ module, state }) => ({ name: fileName(module), state })),
    tokens: tokens.map(({ certificates }) => ({
      certificates: certificates.map(({ refusal }) => ({ refusal: refusal?.code ?? null })),
    })),
  });
}

/** Without names and labels: the same for the screen's JSON and for the report. */
export function doctorReport(
  seen: Seen,
  tokens: readonly JudgedToken[],
  told: { readonly text: string; readonly platform: string; readonly arch: string },
) {
  const { service, readers, usbReaders, policyFault, policy, registrations } = seen;
  const { kind, subject } = causeOf(seen, tokens);
  return {
    ...{ cause: kind, subject, ...told },
    ...{ service, readers, usbReaders, policy, policyFault, registrations },
    modules: seen.modules.map(({ module, state, error }) => ({
      ...{ module, state, error: error?.code ?? null },
    })),
    tokens: tokens.map(({ token, certificates }) => ({
      ...{ module: token.module, slot: token.slot, serial: maskedSerial(token.serial) },
      ...{ model: token.model, pinState: token.pinState },
      certificates: certificates.map(({ refusal, issuerKnown }) => ({
        ...{ refusal: refusal?.code ?? null, issuerKnown },
      })),
    })),
  };
}

/**
 * As text that may leave this computer: JSON, masked text by text, so that it stays JSON. An ATR is of a
 * product, not of a person; SoftHSM makes slot numbers out of serial numbers.
 */
export function maskedReport(report: ReturnType<typeof doctorReport>, home: string): string {
  const masked = (key: string, value: unknown): unknown => {
    if (key === 'slot') return redacted(String(value), '');
    return typeof value === 'string' && key !== 'atr' ? redacted(value, home) : value;
  };
  return `${JSON.stringify(report, masked, 2)}\n`;
}

export function maskedSerial(serial: string): string {
  return serial === '' ? '' : `***${serial.slice(-2)}`;
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
