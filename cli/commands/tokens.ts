// `pena tokens`: what is plugged in, and which certificates can be signed with.
import { basename } from 'node:path';
import { type Certificate, readCertificate, refusalToSign } from '../../core/cms/certificate.ts';
import { sightingsOf } from '../../core/cms/certificate-sighting.ts';
import { formatDate } from '../../core/domain/local-time.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { TokenCertificate, TokenInfo } from '../../core/ports/token.ts';
import { certificateSummary } from '../../core/validation/certificate-summary.ts';
import type { IssuerTrust } from '../../core/domain/issuer-trust.ts';
import { choiceRank, isIssuerKnown } from '../../core/trust/issuer-known.ts';
import { noteSightings } from '../../native/certificates/certificate-registry.ts';
import { issuerTrust } from '../../native/certificates/issuer-trust.ts';
import { type ModuleReport, TokenService } from '../../native/pkcs11/token-service.ts';
import { officeModules } from '../../native/settings/office-modules.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { EXIT, exitOfErrors } from '../exit-codes.ts';
import { complain, explain } from '../explain.ts';
import type { Shell } from '../shell.ts';

/** Milliseconds that a module's tokens are waited for before the others are printed without them. */
const PATIENCE = 3_000;

export interface TokensOptions {
  readonly module?: readonly string[];
  readonly json?: boolean;
}

/** @returns the exit code */
export async function tokens(options: TokensOptions, shell: Shell): Promise<number> {
  const named = options.module ?? [];
  const service = new TokenService({ modules: await officeModules(named) });
  shell.interrupt.signal.addEventListener('abort', () => void service.close());
  const trust = await issuerTrust();
  const json = options.json === true;
  const { found, problems } = await listAll(service, json, trust, shell).finally(() =>
    service.close(),
  );
  await noteSightings(sightingsOf(found));
  if (json) printJson(found, problems, trust, shell);
  else printModules(service.health(), shell);
  const ofNamed = problems.filter(({ params }) =>
    named.some((path) => basename(path) === params['module']),
  );
  if (ofNamed.length > 0) return exitOfErrors(ofNamed.map(({ code }) => code));
  return found.length > 0 ? EXIT.ok : EXIT.unavailable;
}

interface Found {
  readonly found: readonly TokenInfo[];
  readonly problems: readonly PenaError[];
}

/**
 * Prints what there is as soon as it is there, and then waits for the modules that are late.
 * @param json nothing is printed here, and all are waited for
 * @throws {PenaError} CANCELLED
 */
async function listAll(
  service: TokenService,
  json: boolean,
  trust: IssuerTrust | null,
  shell: Shell,
): Promise<Found> {
  const shown = new Set<string>();
  const fresh = (tokens: readonly TokenInfo[]): TokenInfo[] =>
    tokens.filter((token) => !shown.has(keyOf(token)));
  const listing = async (patience?: number): Promise<Found> => {
    const { tokens: found, problems } = await service.list(patience);
    if (shell.interrupt.signal.aborted) throw new PenaError('CANCELLED');
    return { found, problems };
  };
  if (json) return listing();
  const first = await listing(PATIENCE);
  const late = service.health().filter(({ state }) => state === 'waiting');
  if (late.length === 0) {
    printText(first.found, first.problems, trust, shell);
    return first;
  }
  printTokens(first.found, trust, shell);
  for (const token of first.found) shown.add(keyOf(token));
  const names = late.map(({ module }) => basename(module)).join(', ');
  shell.err.line(shell.texts.tokens.waiting(names), { tone: 'warn' });
  const all = await listing();
  printText(fresh(all.found), all.problems, trust, shell, first.found.length > 0);
  return all;
}

const keyOf = ({ module, serial, slot }: TokenInfo): string =>
  JSON.stringify([module, serial, slot]);

interface Judged {
  readonly certificate: Certificate | null;
  /** Why it cannot be signed with; null where it can. */
  readonly refusal: PenaError | null;
  /** Whether its issuer is one that is known here. */
  readonly issuerKnown: boolean;
}

/** Those to sign with first, and of them those of known issuers. */
function judgeAll({ certificates, label }: TokenInfo, trust: IssuerTrust | null) {
  const others = certificates.map(({ certificate }) => certificate);
  const rank = ({ refusal, issuerKnown: known }: Judged) =>
    choiceRank({ refused: refusal !== null, known });
  return certificates
    .map((one) => ({ one, judged: judge(one, label, others, trust) }))
    .sort((a, b) => rank(a.judged) - rank(b.judged));
}

function judge(
  { certificate: der, hasPrivateKey }: TokenCertificate,
  label: string,
  others: readonly Uint8Array[],
  trust: IssuerTrust | null,
): Judged {
  const now = new Date();
  try {
    const certificate = readCertificate(der);
    const missing =
      hasPrivateKey === false ? new PenaError('CERT_KEY_MISSING', { token: label }) : null;
    const issuerKnown = isIssuerKnown(certificate, others, trust, now);
    return {
      certificate,
      refusal: missing ?? refusalToSign(certificate, now, practiceMode()),
      issuerKnown,
    };
  } catch (thrown) {
    return { certificate: null, refusal: toPenaError(thrown), issuerKnown: false };
  }
}

function printJson(
  found: readonly TokenInfo[],
  problems: readonly PenaError[],
  trust: IssuerTrust | null,
  shell: Shell,
): void {
  shell.out.json([
    ...found.map((token) => ({
      ...token,
      certificates: judgeAll(token, trust).map(({ one, judged }) => {
        const { certificate, refusal, issuerKnown } = judged;
        return {
          ...{ label: one.label, id: one.id },
          ...(certificate === null ? {} : certificateSummary(certificate)),
          hasPrivateKey: one.hasPrivateKey,
          canSign: refusal === null,
          issuerKnown,
          refusal: refusal === null ? null : explain(refusal, shell),
        };
      }),
      error: null,
    })),
    ...problems.map((problem) => ({
      module: problem.params['module'] ?? null,
      error: explain(problem, shell),
    })),
  ]);
}

function printText(
  found: readonly TokenInfo[],
  problems: readonly PenaError[],
  trust: IssuerTrust | null,
  shell: Shell,
  /** Tokens were printed before. */
  more = false,
): void {
  const { err, texts } = shell;
  printTokens(found, trust, shell);
  if (found.length === 0 && problems.length === 0 && !more) {
    complain(new PenaError('TOKEN_NONE'), shell);
  }
  if (problems.length > 0) err.line(texts.tokens.problems, { tone: 'bad' });
  for (const problem of problems) {
    const { code, text } = explain(problem, shell);
    err.line(`- ${text} (${code})`, { indent: 2, hanging: 2 });
  }
}

function printTokens(found: readonly TokenInfo[], trust: IssuerTrust | null, shell: Shell): void {
  const { out, texts } = shell;
  for (const token of found) {
    const state = texts.tokens.pinStates[token.pinState];
    out.line(texts.tokenLine(token.label, token.serial), { tone: 'strong' });
    out.facts(
      [
        { name: texts.tokens.model, value: `${token.manufacturer} ${token.model}`.trim() },
        { name: texts.tokens.module, value: token.module },
        {
          name: texts.tokens.pin,
          value: token.pinPad ? `${state}; ${texts.tokens.pinPad}` : state,
        },
      ],
      2,
    );
    if (token.certificates.length === 0) {
      out.facts([{ name: texts.tokens.certificates, value: texts.tokens.noCertificates }], 2);
    }
    for (const { one, judged } of judgeAll(token, trust)) printCertificate(one, judged, shell);
    out.line();
  }
}

/** The health mark of each module, good or bad. */
function printModules(modules: readonly ModuleReport[], { out, texts }: Shell): void {
  if (modules.length === 0) return;
  out.line(texts.tokens.modules, { tone: 'strong' });
  const facts = modules.map(({ module, state }) => ({
    name: basename(module),
    value: texts.tokens.moduleStates[state],
  }));
  out.facts(facts, 2);
}

function printCertificate(one: TokenCertificate, judged: Judged, shell: Shell): void {
  const { out, texts, zone, language } = shell;
  const { certificate, refusal, issuerKnown } = judged;
  out.line();
  out.line(certificate?.commonName ?? one.label, { indent: 2, tone: 'strong' });
  if (refusal === null) {
    out.line(texts.tokens.usable, { indent: 4, tone: 'ok' });
    if (!issuerKnown) out.line(texts.tokens.issuerUnknown, { indent: 4, tone: 'warn' });
  } else {
    const { code, text } = explain(refusal, shell);
    out.line(`${texts.tokens.unusable}: ${text} (${code})`, { indent: 4, tone: 'warn' });
  }
  if (certificate === null) return;
  const date = (time: Date): string => formatDate(time, zone, language);
  out.facts(
    [
      { name: texts.tokens.issuer, value: certificate.issuerCommonName },
      {
        name: texts.tokens.validity,
        value: texts.tokens.period(date(certificate.notBefore), date(certificate.notAfter)),
      },
      ...(one.label === '' ? [] : [{ name: texts.tokens.label, value: one.label }]),
      { name: 'SHA-256', value: certificate.sha256 },
    ],
    4,
  );
}
