// "Why is my token missing?": a look around, and its report as a file.
import { homedir } from 'node:os';
import type { BrowserWindow } from 'electron';
import type { Certificate } from '../../../core/cms/certificate.ts';
import { doctorContract, type ShownDoctor } from '../../../core/contract/doctor.ts';
import {
  causeOf,
  doctorReport,
  type JudgedToken,
  judgeTokens,
  maskedReport,
  maskedSerial,
} from '../../../core/cms/doctor-report.ts';
import type { Language } from '../../../core/domain/language.ts';
import { doctorWords } from '../../../core/domain/messages/doctor.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { isIssuerKnown } from '../../../core/trust/issuer-known.ts';
import { reportedLostSince } from '../../../native/certificates/certificate-registry.ts';
import { issuerTrust } from '../../../native/certificates/issuer-trust.ts';
import { lookAround, type Sight } from '../../../native/doctor/look.ts';
import type { TokenService } from '../../../native/pkcs11/token-service.ts';
import { practiceMode } from '../../../native/settings/practice-mode.ts';
import { markOf, short } from '../../main/certificates.ts';
import { extraAnchors, extraModules } from '../../main/development.ts';
import { saveAs } from '../../main/save-as.ts';
import { answer } from '../answer.ts';
import { failureOf } from '../failure.ts';

/** Most that the contract lets through (core/contract/doctor.ts). */
const MOST = 64;

interface Parts {
  readonly window: BrowserWindow;
  readonly tokens: TokenService;
  readonly language: () => Language;
  /** Something is being signed: the token is not to be disturbed. */
  readonly busy: () => boolean;
}

export function doctorAnswers({ window, tokens, language, busy }: Parts) {
  let last: { readonly sight: Sight; readonly judged: readonly JudgedToken[] } | null = null;
  const look = async (): Promise<NonNullable<typeof last>> => {
    if (busy()) throw new PenaError('TOKEN_IN_USE_HERE');
    const sight = await lookAround(extraModules(), new AbortController().signal, tokens);
    const now = new Date();
    const trust = await issuerTrust(await extraAnchors().catch(() => []));
    const sources = {
      practice: practiceMode(),
      lostSince: reportedLostSince,
      issuerKnown: (one: Certificate, others: readonly Uint8Array[]) =>
        isIssuerKnown(one, others, trust, now),
    };
    last = { sight, judged: await judgeTokens(sight.tokens, sources, now) };
    return last;
  };
  return {
    'doctor.look': answer(doctorContract['doctor.look'], async () => {
      const { sight, judged } = await look();
      return shown(sight, judged);
    }),
    'doctor.save': answer(doctorContract['doctor.save'], async () => {
      const { sight, judged } = last ?? (await look());
      const { kind, subject } = causeOf(sight, judged);
      const text = doctorWords(language()).causes[kind](subject);
      const { platform, arch } = process;
      const report = doctorReport(sight, judged, { text, platform, arch });
      const wanted = { title: text, defaultPath: 'laporan-token.json', extension: 'json' };
      return saveAs(window, wanted, () =>
        Promise.resolve(new TextEncoder().encode(maskedReport(report, homedir()))),
      );
    }),
  };
}

function shown(sight: Sight, judged: readonly JudgedToken[]): ShownDoctor {
  const { service, readers, usbReaders, policyFault, policy } = sight;
  const { kind, subject } = causeOf(sight, judged);
  const fault = policyFault === null ? null : new PenaError(policyFault, { file: policy.path });
  return {
    cause: { kind, subject: short(subject) },
    ...{ service, usbReaders },
    readers:
      readers?.map(({ name, card, product }) => ({
        ...{ name: short(name), card, product: product === null ? null : short(product.name) },
      })) ?? null,
    policyFault: fault === null ? null : failureOf(fault),
    modules: sight.modules.slice(0, MOST).map(markOf),
    tokens: judged.slice(0, MOST).map(({ token, certificates }) => ({
      ...{ label: short(token.label), serial: short(maskedSerial(token.serial)) },
      certificates: certificates.slice(0, MOST).map(({ name, refusal }) => ({
        name: short(name),
        refusal: refusal === null ? null : failureOf(refusal),
      })),
    })),
  };
}
