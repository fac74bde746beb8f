// What is said of one signature, line by line; what was not judged is said as not judged.
import type { TFunction } from 'i18next';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { chainReach } from '../../../core/domain/chain-reach.ts';
import { changesTold } from '../../../core/domain/messages/changes-told.ts';
import { proofLater } from '../../../core/domain/messages/proof-later.ts';
import {
  commonName,
  formatDate,
  formatDateTime,
  formatNumber,
  groupDigest,
  type Zone,
} from '../../base/format.ts';
import type { Language } from '../../base/i18n.ts';
import type { Fact } from '../../components/facts.tsx';
import { timeApart } from '../../../core/domain/time-apart.ts';

export interface Wording {
  readonly t: TFunction<'verify'>;
  readonly language: Language;
  readonly zone: Zone;
}

/** Claimed and trusted time are different things and are never mixed. */
export function timeOf(signature: ShownSignatureReport, { t, language, zone }: Wording): string[] {
  const lines: string[] = [];
  for (const stamp of signature.timestamps) {
    const values = {
      time: formatDateTime(stamp.time, zone, language),
      authority: commonName(stamp.authority),
    };
    const state = !stamp.intact ? 'brokenTime' : stamp.trusted === true ? 'trusted' : 'foundTime';
    lines.push(t(`signature.${state}`, values));
  }
  if (signature.claimedTime !== null) {
    const time = formatDateTime(signature.claimedTime, zone, language);
    lines.push(t('signature.claimed', { time }));
    const stamp = signature.timestamps.find(({ intact }) => intact);
    const apart = stamp === undefined ? null : timeApart(stamp.time, signature.claimedTime);
    if (apart !== null) {
      const { unit, count, usual } = apart;
      const span = t(`signature.span.${unit}`, { count, formatted: formatNumber(count, language) });
      const said = t(usual ? 'signature.apartUsual' : 'signature.apart', { span });
      // What cannot be trusted does not count.
      lines.push(stamp?.trusted === true ? `${said} ${t('signature.stampCounts')}` : said);
    }
  }
  return lines.length > 0 ? lines : [t('signature.noTime')];
}

const CHAINS = {
  open: 'signature.chainOpen',
  past: 'signature.chainPast',
  trusted: 'signature.chainTrusted',
} as const;

function chainOf(signature: ShownSignatureReport, { t, language }: Wording): string {
  const reach = chainReach(signature);
  if (reach === 'none') return t('signature.chainNone');
  const { length: count } = signature.chain;
  return t(CHAINS[reach], { count, formatted: formatNumber(count, language) });
}

function docMdpOf(docMdp: NonNullable<ShownSignatureReport['docMdp']>, { t }: Wording): string {
  const state =
    docMdp.respected === null ? 'notJudged' : docMdp.respected ? 'respected' : 'notRespected';
  return `${t(`signature.docMdpLevel.level${docMdp.level}`)} (${t(`signature.${state}`)})`;
}

/** The lines of the first screen. Times and revocation are left to the caller: they may take several. */
export function mainFacts(signature: ShownSignatureReport, wording: Wording): Fact[] {
  const { t } = wording;
  const { type, coverage, signer } = signature;
  const isStamp = type === 'docTimeStamp';
  const facts: Fact[] = [];
  if (signature.signer !== null) {
    const whose = t(isStamp ? 'certificate.stamper' : 'signature.signer');
    facts.push(
      { name: whose, value: commonName(signature.signer.subject) },
      { name: t('signature.issuer'), value: commonName(signature.signer.issuer) },
    );
  }
  if (signature.issuedUnder !== null && !isStamp) {
    const value = t(`signature.issuedUnder.${signature.issuedUnder}`);
    facts.push({ name: t('signature.pasal6'), value });
  }
  facts.push(
    { name: t('signature.chain'), value: chainOf(signature, wording) },
    { name: t('signature.coverage'), value: t(`signature.${signature.coverage}`) },
    // Beside "not intact", "no later changes" would be true of revisions and read as a contradiction.
    ...(signature.intact
      ? [
          {
            name: t('signature.changes'),
            value: changesTold(signature, wording.language),
          },
        ]
      : []),
  );
  const later = proofLater(signature, wording.language);
  if (later !== null) facts.push({ name: t('signature.later'), value: later });
  // The archive's time stamp proves all before it for as long as its own certificate does.
  if (isStamp && coverage === 'ENTIRE_FILE' && signer !== null) {
    const value = formatDate(signer.notAfter, wording.zone, wording.language);
    facts.push({ name: t('signature.renew'), value });
  }
  // A level is a signature's: of a time stamp it says nothing.
  if (!isStamp) facts.push({ name: t('signature.level'), value: signature.level });
  if (signature.docMdp !== null) {
    facts.push({ name: t('signature.docMdp'), value: docMdpOf(signature.docMdp, wording) });
  }
  return facts;
}

/** The lines for people who compare with other programs. */
export function technicalFacts(signature: ShownSignatureReport, wording: Wording): Fact[] {
  const { t, language, zone } = wording;
  const { signer } = signature;
  const date = (time: string): string => formatDate(time, zone, language);
  const facts: Fact[] = [
    { name: t('signature.field'), value: signature.field, code: true },
    { name: t('signature.subFilter'), value: signature.subFilter ?? '–', code: true },
  ];
  if (signature.subIndication !== null) {
    facts.push({ name: t('signature.subIndication'), value: signature.subIndication, code: true });
  }
  if (signer !== null) {
    facts.push(
      {
        name: t('signature.validity'),
        value: t('signature.validityText', {
          from: date(signer.notBefore),
          to: date(signer.notAfter),
        }),
      },
      { name: t('signature.serial'), value: groupDigest(signer.serial), code: true },
      { name: t('signature.fingerprint'), value: groupDigest(signer.sha256), code: true },
    );
  }
  if (signature.trustAnchor !== null) {
    facts.push({
      name: t('signature.anchor'),
      value: groupDigest(signature.trustAnchor),
      code: true,
    });
  }
  facts.push({ name: t('signature.byteRange'), value: signature.byteRange.join(' '), code: true });
  return facts;
}
