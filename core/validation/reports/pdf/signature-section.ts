// One signature: whose, when, by whom issued, what changed since, and every reason.
import { chainReach } from '../../../domain/chain-reach.ts';
import { commonName, organisationName } from '../../../domain/common-name.ts';
import { toneOfReason } from '../../../domain/decisive-reason.ts';
import { changesTold } from '../../../domain/messages/changes-told.ts';
import { reasonHelp } from '../../../domain/messages/reason-help.ts';
import { proofLater } from '../../../domain/messages/proof-later.ts';
import { revocationTold } from '../../../domain/messages/revocation-told.ts';
import { reasonSentence } from '../../../domain/messages/sentence.ts';
import { verdictSentence } from '../../../domain/messages/verdict.ts';
import type { SignatureReport } from '../../../domain/report.ts';
import { soundnessOf } from '../../../domain/soundness.ts';
import { drawText, setText } from '../../../pdf/paper/set-text.ts';
import { fact, paragraph, reasonItem, rule, STRONG, TINY } from './blocks.ts';
import { drawIcon } from './icons.ts';
import { INK, INK_2, MARGIN, SHADES, type Tone, toneOfReport, WIDTH } from './palette.ts';
import type { Paper } from '../../../pdf/paper/paper.ts';
import { type Speech, spanBetween } from './speech.ts';

/** @param number among its kind, counted from 1 */
export async function signatureSection(
  paper: Paper,
  signature: SignatureReport,
  number: number,
  speech: Speech,
): Promise<void> {
  const { words } = speech;
  paper.structure.open('Sect');
  paper.keep(150);
  if (!paper.fresh) {
    paper.y -= 6;
    rule(paper, 14);
  }
  await head(paper, signature, number, speech);
  for (const { name, values } of factsOf(signature, speech)) await fact(paper, name, values);
  paper.y -= 5;
  paper.keep(76);
  await paragraph(paper, words.reasons, { ...STRONG, colour: INK_2 }, { role: 'H3', after: 4 });
  paper.structure.open('L');
  for (const { code, params, tone } of gravestFirst(signature)) {
    await reasonItem(paper, {
      tone,
      sentence: reasonSentence(code, params, speech.language, speech.zone),
      help: tone === 'ok' ? null : reasonHelp(code, speech.language),
      code: `${words.code}: ${code}`,
    });
  }
  paper.structure.close();
  await technical(paper, signature, speech);
  paper.structure.close();
}

const ORDER: readonly Tone[] = ['bad', 'warn', 'ok', 'plain'];

function gravestFirst({ reasons, indication }: SignatureReport) {
  return reasons
    .map((reason) => {
      const tone = toneOfReason(reason.code);
      // A remark on a signature that passed warns of nothing.
      const remark = indication === 'TOTAL_PASSED' && tone !== 'ok';
      return { ...reason, tone: remark ? ('plain' as const) : tone };
    })
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

async function head(
  paper: Paper,
  signature: SignatureReport,
  number: number,
  speech: Speech,
): Promise<void> {
  const { words } = speech;
  const { indication, signer, type } = signature;
  const what = type === 'signature' ? words.signature(number) : words.stamp(number);
  const state = words[soundnessOf(signature)];
  await paragraph(paper, `${what}: ${state}`, { ...TINY, size: 8.5 }, { after: 0 });
  const name = signer === null ? words.unknownSigner : commonName(signer.subject);
  await paragraph(paper, name, { size: 14, weight: 'bold', colour: INK }, { role: 'H2', after: 3 });
  const judged = { verdict: indication, signatures: [signature], error: null };
  const tone = toneOfReport(judged);
  const sentence = verdictSentence(judged, speech.language, speech.zone);
  const style = { size: 10, weight: 'bold', colour: SHADES[tone].strong } as const;
  const set = setText(paper, sentence, style, WIDTH - 18);
  paper.keep(set.height);
  const top = paper.y;
  paper.decorate((page) => {
    drawIcon(page, tone, { x: MARGIN.left, y: top - 12.5, size: 12 });
  });
  await drawText(paper, 'P', set, { x: MARGIN.left + 18, top });
  paper.y = top - set.height - 9;
}

interface Fact {
  readonly name: string;
  readonly values: readonly string[];
}

function factsOf(signature: SignatureReport, speech: Speech): Fact[] {
  const { words } = speech;
  const { type, signer, docMdp } = signature;
  // Of a time stamp neither a level nor Pasal 6 says anything.
  const issuedUnder = type === 'signature' ? signature.issuedUnder : null;
  const later = proofLater(signature, speech.language);
  const permission = docMdp === null ? [] : [permissionOf(docMdp, speech)];
  return [
    {
      name: type === 'signature' ? words.signer : words.authority,
      values: [signer === null ? words.unknownSigner : namesOf(signer.subject)],
    },
    { name: words.issuer, values: signer === null ? [] : [commonName(signer.issuer)] },
    { name: words.pasal6, values: issuedUnder === null ? [] : [words.issuedUnder[issuedUnder]] },
    { name: words.time, values: timesOf(signature, speech) },
    { name: words.coverage, values: [words.coverages[signature.coverage]] },
    { name: words.changes, values: [`${changesTold(signature, speech.language)}.`] },
    { name: words.permission, values: permission },
    {
      name: words.revocation,
      values: revocationTold(signature.revocation, speech.language, speech.zone).map(
        (line) => `${line}.`,
      ),
    },
    { name: words.chain, values: [chainOf(signature, speech)] },
    { name: words.later, values: later === null ? [] : [`${later}.`] },
    { name: words.level, values: type === 'signature' ? [signature.level] : [] },
  ];
}

/** As people know them; the whole name stands among the certificates. */
function namesOf(subject: string): string {
  const organisation = organisationName(subject);
  return organisation === null ? commonName(subject) : `${commonName(subject)}, ${organisation}`;
}

/** Claimed and proven time are different things and are never mixed. */
function timesOf({ timestamps, claimedTime }: SignatureReport, speech: Speech): string[] {
  const { words, dateTime } = speech;
  const stamped = timestamps.map(({ time, authority, intact, trusted }) => {
    const say = !intact ? words.brokenTime : trusted === true ? words.proven : words.untrustedTime;
    return say(dateTime(time), commonName(authority));
  });
  if (claimedTime === null) return stamped.length > 0 ? stamped : [words.noTime];
  const intact = timestamps.find((stamp) => stamp.intact);
  const span = intact === undefined ? null : spanBetween(intact.time, claimedTime, speech);
  const apart =
    span === null
      ? []
      : [
          [
            span.usual ? words.apartNormal(span.text) : words.apart(span.text),
            ...(intact?.trusted === true ? [words.stampCounts] : []),
          ].join(' '),
        ];
  return [...stamped, words.claimed(dateTime(claimedTime)), ...apart];
}

function permissionOf(
  { level, respected }: NonNullable<SignatureReport['docMdp']>,
  { words }: Speech,
): string {
  const kept = respected === null ? '' : `; ${respected ? words.respected : words.notRespected}`;
  return `${words.permissions[level]}${kept}.`;
}

function chainOf(signature: SignatureReport, { words }: Speech): string {
  const { length } = signature.chain;
  switch (chainReach(signature)) {
    case 'none':
      return words.chainNone;
    case 'open':
      return words.chainOpen(length);
    case 'past':
      return words.chainPast(length);
    case 'trusted':
      return words.chainTrusted(length);
  }
}

/** For who compares with another program. */
async function technical(paper: Paper, signature: SignatureReport, speech: Speech): Promise<void> {
  const { words, date } = speech;
  const { signer, indication, subIndication, subFilter, byteRange, chain } = signature;
  const { timestamps, revocation } = signature;
  paper.y -= 4;
  paper.keep(70);
  await paragraph(paper, words.technical, { ...STRONG, colour: INK_2 }, { role: 'H3', after: 4 });
  const facts: Fact[] = [
    {
      name: words.result,
      values: [subIndication === null ? indication : `${indication} · ${subIndication}`],
    },
    { name: words.field, values: [signature.field] },
    { name: words.format, values: subFilter === null ? [] : [subFilter] },
    { name: words.byteRange, values: byteRange.length === 0 ? [] : [byteRange.join(' ')] },
    { name: words.serial, values: signer === null ? [] : [signer.serial] },
    {
      name: words.certificate,
      values:
        signer === null
          ? []
          : [words.validity(date(signer.notBefore), date(signer.notAfter)), signer.issuer],
    },
    { name: words.chainDigests, values: chain },
    ...timestamps.flatMap((one) =>
      one.type === 'document' ? [] : [{ name: words.stampDigests, values: one.chain }],
    ),
    { name: words.responderDigests, values: revocation.chain },
  ];
  for (const { name, values } of facts) await fact(paper, name, values, { ...TINY, size: 8 });
}
