// `pena doctor`: "Why is my token missing?" The likeliest cause first, then all that was looked at.
import { homedir } from 'node:os';
import type { Certificate } from '../../core/cms/certificate.ts';
import {
  causeOf,
  doctorReport,
  type JudgedToken,
  judgeTokens,
  maskedReport,
  maskedSerial,
} from '../../core/cms/doctor-report.ts';
import { doctorWords } from '../../core/domain/messages/doctor.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { lookAround, type Sight } from '../../native/doctor/look.ts';
import { isIssuerKnown } from '../../core/trust/issuer-known.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { issuerTrust } from '../../native/certificates/issuer-trust.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
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

/** @returns the exit code: 0 where something can be signed with */
export async function doctor(options: DoctorOptions, shell: Shell): Promise<number> {
  const { report, overwrite = false } = options;
  // First of all: a place that cannot be written to is known before anything is waited for.
  const output = report === undefined ? null : await createAtomicOutput(report, { overwrite });
  try {
    const sight = await lookAround(options.module ?? [], shell.interrupt.signal);
    const now = new Date();
    const trust = await issuerTrust();
    const sources = {
      practice: practiceMode(),
      lostSince: reportedLostSince,
      issuerKnown: (one: Certificate, others: readonly Uint8Array[]) =>
        isIssuerKnown(one, others, trust, now),
    };
    const tokens = await judgeTokens(sight.tokens, sources, now);
    const { kind, subject } = causeOf(sight, tokens);
    const text = doctorWords(shell.language).causes[kind](subject);
    const { platform, arch } = process;
    const found = doctorReport(sight, tokens, { text, platform, arch });
    if (output !== null) {
      await output.append(new TextEncoder().encode(maskedReport(found, homedir())));
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
    { name: texts.service, value: doctorWords(shell.language).services[sight.service] },
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
  for (const { name, refusal, issuerKnown } of certificates) {
    const verdict = refusal === null ? words.yes : `${words.no}: ${explain(refusal, shell).text}`;
    out.line(`${name}: ${verdict}`, { indent: 6, hanging: 2 });
    if (refusal === null && !issuerKnown) {
      out.line(texts.tokens.issuerUnknown, { indent: 8, tone: 'warn' });
    }
  }
}
