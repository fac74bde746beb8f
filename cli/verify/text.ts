// The report as a clerk reads it: the verdict first, then who, when, issued by whom, what changed, why.
import { chainReach } from '../../core/domain/chain-reach.ts';
import { commonName } from '../../core/domain/common-name.ts';
import { decisiveReason, toneOfReason } from '../../core/domain/decisive-reason.ts';
import type { Verdict } from '../../core/domain/indication.ts';
import { formatDate, formatDateTime } from '../../core/domain/local-time.ts';
import { changesTold } from '../../core/domain/messages/changes-told.ts';
import { proofLater } from '../../core/domain/messages/proof-later.ts';
import { revocationTold } from '../../core/domain/messages/revocation-told.ts';
import { reasonSentence } from '../../core/domain/messages/sentence.ts';
import {
  familiarPhrase,
  shownVerdictOf,
  verdictAdvice,
  verdictHelp,
  verdictSentence,
} from '../../core/domain/messages/verdict.ts';
import type { FileReport, SignatureReport } from '../../core/domain/report.ts';
import { soundnessOf } from '../../core/domain/soundness.ts';
import { timeApart } from '../../core/domain/time-apart.ts';
import { complain } from '../explain.ts';
import type { Fact, Tone } from '../output.ts';
import type { Shell } from '../shell.ts';
import type { VerifiedFile } from './file-report.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  TOTAL_PASSED: 'ok',
  INDETERMINATE: 'warn',
  TOTAL_FAILED: 'bad',
  NO_SIGNATURE: 'strong',
};

export function printReport({ report, error }: VerifiedFile, shell: Shell): void {
  const { out, texts, zone, language } = shell;
  if (error !== null) {
    complain(error, shell, texts.verify.notChecked(report.file));
    return;
  }
  const decisive = decisiveReason(report);
  out.line(verdictSentence(report, language, zone), { tone: TONES[shownVerdictOf(report)] });
  const more = verdictAdvice(report, language);
  if (more !== null) out.line(more);
  const help = verdictHelp(report, language);
  if (help !== null) out.line(`${texts.verify.now} ${help}`);
  if (decisive?.code === 'NO_ANCHORS') out.line(texts.verify.nameAnchors);
  const phrase = familiarPhrase(report);
  if (phrase !== null) out.line(texts.verify.familiar(phrase));
  out.facts([
    { name: texts.verify.file, value: report.file },
    { name: 'SHA-256', value: report.sha256 ?? '' },
    {
      name: texts.code,
      value: decisive === null ? report.verdict : `${report.verdict} · ${decisive.code}`,
    },
    ...(report.trustDate === null
      ? []
      : [{ name: texts.verify.trustDate, value: formatDate(report.trustDate, zone, language) }]),
  ]);
  const numbers = { signature: 0, docTimeStamp: 0 };
  for (const signature of report.signatures) {
    printSignature(signature, ++numbers[signature.type], shell);
  }
  printRevisions(report, shell);
}

function printSignature(signature: SignatureReport, number: number, shell: Shell): void {
  const { out, texts, language, zone } = shell;
  const heading = signature.type === 'signature' ? texts.verify.signature : texts.verify.stamp;
  const soundness = soundnessOf(signature);
  out.line();
  out.line(`${heading(number)}: ${texts.verify.soundness[soundness]}`, {
    tone: ({ intact: 'strong', broken: 'bad', unchecked: 'warn' } as const)[soundness],
  });
  out.facts(factsOf(signature, shell), 2);
  out.line(texts.verify.reasons, { indent: 2, tone: 'dim' });
  out.facts(
    signature.reasons.map(({ code, params }) => {
      const tone = toneOfReason(code);
      const text = reasonSentence(code, params, language, zone);
      return { name: `[${texts.verify.marks[tone]}]`, value: `${text} (${code})`, tone };
    }),
    4,
  );
}

function factsOf(signature: SignatureReport, shell: Shell): Fact[] {
  const { texts, language, zone } = shell;
  const { signer, indication, subIndication } = signature;
  const words = texts.verify;
  const isStamp = signature.type === 'docTimeStamp';
  const whose = isStamp ? words.authority : words.signer;
  const who: Fact[] =
    signer === null
      ? [{ name: whose, value: words.unknownSigner }]
      : [
          { name: whose, value: commonName(signer.subject) },
          { name: words.issuer, value: commonName(signer.issuer) },
        ];
  return [
    ...who,
    { name: words.time, value: timesOf(signature, shell) },
    { name: words.chain, value: chainOf(signature, shell) },
    ...pasal6Of(signature, shell),
    { name: words.coverage, value: words.coverages[signature.coverage] },
    { name: words.changes, value: changesTold(signature, language) },
    { name: words.revocation, value: revocationTold(signature.revocation, language, zone) },
    ...laterOf(signature, shell),
    ...renewalOf(signature, shell),
    // A level is a signature's: of a time stamp it says nothing.
    ...(isStamp ? [] : [{ name: words.level, value: signature.level }]),
    { name: words.field, value: signature.field },
    {
      name: words.result,
      value: subIndication === null ? indication : `${indication} · ${subIndication}`,
    },
  ];
}

/** The archive's time stamp proves all before it for as long as its own certificate does (EN 319 142-1 5.4.3). */
function renewalOf({ type, coverage, signer }: SignatureReport, shell: Shell): Fact[] {
  if (type !== 'docTimeStamp' || coverage !== 'ENTIRE_FILE' || signer === null) return [];
  const { texts, zone, language } = shell;
  return [{ name: texts.verify.renew, value: formatDate(signer.notAfter, zone, language) }];
}

/** Claimed and trusted time are different things and are never mixed. */
function timesOf(
  { timestamps, claimedTime }: SignatureReport,
  { texts, zone, language }: Shell,
): string[] {
  const words = texts.verify;
  const stamped = timestamps.map(({ time, authority, intact, trusted }) => {
    const say = !intact ? words.brokenTime : trusted === true ? words.trustedTime : words.foundTime;
    return say(formatDateTime(time, zone, language), commonName(authority));
  });
  const claimed =
    claimedTime === null ? [] : [words.claimed(formatDateTime(claimedTime, zone, language))];
  const lines = [...stamped, ...claimed, ...apartOf(timestamps, claimedTime, words)];
  return lines.length > 0 ? lines : [words.noTime];
}

/** With BSrE some minutes are usual between the two, and no sign of forgery. */
function apartOf(
  timestamps: SignatureReport['timestamps'],
  claimedTime: string | null,
  words: Shell['texts']['verify'],
): string[] {
  const stamp = timestamps.find(({ intact }) => intact);
  if (stamp === undefined || claimedTime === null) return [];
  const apart = timeApart(stamp.time, claimedTime);
  if (apart === null) return [];
  const span = words.span[apart.unit](apart.count);
  const said = apart.usual ? words.apartUsual(span) : words.apart(span);
  // What cannot be trusted does not count.
  return [stamp.trusted === true ? `${said} ${words.stampCounts}` : said];
}

function laterOf(signature: SignatureReport, { texts, language }: Shell): Fact[] {
  const value = proofLater(signature, language);
  return value === null ? [] : [{ name: texts.verify.later, value }];
}

function chainOf(signature: SignatureReport, { texts }: Shell): string {
  return texts.verify.chains[chainReach(signature)](signature.chain.length);
}

function pasal6Of({ issuedUnder, type }: SignatureReport, { texts }: Shell): Fact[] {
  if (issuedUnder === null || type !== 'signature') return [];
  return [{ name: texts.verify.pasal6, value: texts.verify.issuedUnder[issuedUnder] }];
}

/** What was done to the document since it was first signed, revision by revision. */
function printRevisions({ revisions }: FileReport, { out, texts, language, zone }: Shell): void {
  const later = revisions.filter(({ level, changes }) => level !== null && changes.length > 0);
  if (later.length === 0) return;
  out.line();
  out.line(texts.verify.changedLater, { tone: 'strong' });
  for (const { revision, changes } of later) {
    out.line(texts.verify.revision(revision), { indent: 2, tone: 'dim' });
    for (const { code, params } of changes) {
      const sentence = reasonSentence(code, params, language, zone);
      out.line(`- ${sentence} (${code})`, { indent: 4, hanging: 2 });
    }
  }
}
