// `pena doctor`: "Why is my token missing?" The likeliest cause first, then all that was looked at.
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { readCertificate, refusalToSign } from '../../core/cms/certificate.ts';
import { type Findings, likeliestCause, redacted } from '../../core/domain/doctor.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { TokenCertificate, TokenInfo } from '../../core/ports/token.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { lookAround, type Sight } from '../../native/doctor/look.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { EXIT } from '../exit-codes.ts';
import { explain } from '../explain.ts';
import type { Shell } from '../shell.ts';
import { doctorTexts } from '../texts/doctor.ts';

export interface DoctorOptions {
  readonly module?: readonly string[];
  readonly json?: boolean;
  readonly report?: string;
  readonly overwrite?: boolean;
}

interface JudgedToken {
  readonly token: TokenInfo;
  readonly certificates: readonly { readonly name: string; readonly refusal: PenaError | null }[];
}

/** @returns the exit code: 0 where something can be signed with */
export async function doctor(options: DoctorOptions, shell: Shell): Promise<number> {
  const { report, overwrite = false } = options;
  // First of all: a place that cannot be written to is known before anything is waited for.
  const output = report === undefined ? null : await createAtomicOutput(report, { overwrite });
  try {
    const sight = await lookAround(options.module ?? [], shell.interrupt.signal);
    const tokens = await Promise.all(sight.tokens.map(judged));
    const found = resultOf(sight, tokens, shell);
    if (output !== null) {
      await output.append(new TextEncoder().encode(`${JSON.stringify(found, masked, 2)}\n`));
      await output.commit();
    }
    if (options.json === true) shell.out.json(found);
    else printText(sight, tokens, found.text, shell);
    if (report !== undefined) shell.err.line(doctorTexts(shell.language).written(report));
    return found.cause === 'none' ? EXIT.ok : EXIT.unavailable;
  } finally {
    await output?.abort();
  }
}

/**
 * Text by text, so that what is written stays JSON. An ATR is of a product, not of a person; SoftHSM makes
 * slot numbers out of serial numbers.
 */
function masked(key: string, value: unknown): unknown {
  if (key === 'slot') return redacted(String(value), '');
  return typeof value === 'string' && key !== 'atr' ? redacted(value, homedir()) : value;
}

async function judged(token: TokenInfo): Promise<JudgedToken> {
  return {
    token,
    certificates: await Promise.all(token.certificates.map((one) => judge(one, token.label))),
  };
}

async function judge(
  { certificate: der, hasPrivateKey, label }: TokenCertificate,
  token: string,
): Promise<JudgedToken['certificates'][number]> {
  try {
    const certificate = readCertificate(der);
    const name = certificate.commonName;
    if (hasPrivateKey === false) {
      return { name, refusal: new PenaError('CERT_KEY_MISSING', { token }) };
    }
    const since = await reportedLostSince(certificate.sha256);
    if (since !== null) {
      return { name, refusal: new PenaError('CERTIFICATE_REPORTED_LOST', { name, since }) };
    }
    return { name, refusal: refusalToSign(certificate, new Date()) };
  } catch (thrown) {
    return { name: label, refusal: toPenaError(thrown) };
  }
}

/** Without names and labels: the same for the screen's JSON and for the report. */
function resultOf(sight: Sight, tokens: readonly JudgedToken[], { language }: Shell) {
  const { service, readers, usbReaders, policyFault, policy, registrations } = sight;
  const findings: Findings = {
    ...{ service, readers, usbReaders, policyFault },
    modules: sight.modules.map(({ module, state }) => ({ name: basename(module), state })),
    tokens: tokens.map(({ certificates }) => ({
      certificates: certificates.map(({ refusal }) => ({ refusal: refusal?.code ?? null })),
    })),
  };
  const { kind, subject } = likeliestCause(findings);
  return {
    ...{ cause: kind, subject, text: doctorTexts(language).causes[kind](subject) },
    ...{ platform: process.platform, arch: process.arch },
    ...{ service, readers, usbReaders, policy, policyFault, registrations },
    modules: sight.modules.map(({ module, state, error }) => ({
      ...{ module, state, error: error?.code ?? null },
    })),
    tokens: tokens.map(({ token }, index) => ({
      ...{ module: token.module, slot: token.slot, serial: maskedSerial(token.serial) },
      ...{ model: token.model, pinState: token.pinState },
      certificates: findings.tokens[index]?.certificates ?? [],
    })),
  };
}

function maskedSerial(serial: string): string {
  return serial === '' ? '' : `***${serial.slice(-2)}`;
}

function printText(
  sight: Sight,
  tokens: readonly JudgedToken[],
  cause: string,
  shell: Shell,
): void {
  const { out } = shell;
  const texts = doctorTexts(shell.language);
  const place = (path: string, found: boolean): string =>
    `${path}: ${found ? texts.there : texts.absent}`;
  const usable = tokens.some(({ certificates }) => certificates.some((one) => !one.refusal));
  out.line(cause, { tone: usable ? 'ok' : 'warn' });
  out.line();
  const { policy, policyFault: fault } = sight;
  const faultText =
    fault === null ? [] : [explain(new PenaError(fault, { file: policy.path }), shell).text];
  out.facts([
    { name: texts.service, value: texts.services[sight.service] },
    { name: texts.readers, value: readerTexts(sight, shell) },
    { name: texts.usb, value: sight.usbReaders === null ? texts.unseen : String(sight.usbReaders) },
    { name: texts.policy, value: [place(policy.path, policy.found), ...faultText] },
    ...(sight.registrations.length === 0
      ? []
      : [
          {
            name: texts.registrations,
            value: sight.registrations.map(({ path, found }) => place(path, found)),
          },
        ]),
  ]);
  out.line();
  out.line(shell.texts.tokens.modules, { tone: 'strong' });
  if (sight.modules.length === 0) out.line(texts.noModules, { indent: 2 });
  for (const { module, state, error } of sight.modules) {
    out.line(`${module}: ${shell.texts.tokens.moduleStates[state]}`, { indent: 2, hanging: 2 });
    if (error !== null) out.line(explain(error, shell).text, { indent: 4, tone: 'warn' });
    for (const one of tokens.filter(({ token }) => token.module === module)) printToken(one, shell);
  }
}

function readerTexts({ readers }: Sight, shell: Shell): string | string[] {
  const texts = doctorTexts(shell.language);
  if (readers === null) return texts.unseen;
  if (readers.length === 0) return texts.noReaders;
  return readers.map(({ name, card, atr, product }) => {
    const known = product === null ? '' : `, ${product.name}`;
    return `${name}: ${card ? texts.card(atr === null ? '' : ` (ATR ${atr})`, known) : texts.empty}`;
  });
}

function printToken({ token, certificates }: JudgedToken, shell: Shell): void {
  const { out, texts } = shell;
  const words = doctorTexts(shell.language);
  const line = `${texts.tokenLine(token.label, maskedSerial(token.serial))} (${words.slot} ${String(token.slot)})`;
  out.line(line, { indent: 4, tone: 'strong' });
  if (certificates.length === 0) {
    out.line(`${texts.tokens.certificates}: ${texts.tokens.noCertificates}`, { indent: 6 });
  }
  for (const { name, refusal } of certificates) {
    const verdict = refusal === null ? words.yes : `${words.no}: ${explain(refusal, shell).text}`;
    out.line(`${name}: ${verdict}`, { indent: 6, hanging: 2 });
  }
}
