// The way by e-mail: the report in words, with its package and its papers attached. A mail server that takes it says
// nothing of its arrival, so it is `sent` and no more.
import { algorithmFor, type Certificate, readCertificate } from '../../cms/certificate.ts';
import { signDetached } from '../../cms/detached.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { ReportedCertificate, RevocationRequest } from '../../domain/revocation-request.ts';
import { DIGEST_OF } from '../../domain/signature-algorithm.ts';
import type { Mail, Mailer, MailSigner } from '../../ports/mailer.ts';
import type { Paper, ReportChannel } from '../../ports/report-channel.ts';
import type { SigningKey } from '../../ports/token.ts';
import { writePackage } from '../package/write-package.ts';

export interface EmailChannelOptions {
  readonly mailer: Mailer;
  /** Null: the owner's own address, as the report says it. */
  readonly from: string | null;
  readonly to: readonly string[];
  /** Another key of the owner, or the superior's; null: not signed. The lost key never signs. */
  readonly key: SigningKey | null;
  readonly now: () => Date;
}

export function emailChannel(options: EmailChannelOptions): ReportChannel {
  return {
    id: 'email',
    send: async (request, papers, signal) => {
      const mail = await reportMail(request, papers, options);
      const message = await composeReport(mail, options, request);
      await options.mailer.send(message, mail, signal);
      const at = options.now().toISOString();
      return { state: 'sent', at, note: options.to.join(', '), evidence: null };
    },
  };
}

/**
 * The message for the user's own mail program (.eml), where no mail server is set up.
 * @throws {PenaError} MAIL_ADDRESS_INVALID, CHANNEL_UNFIT, TOKEN_*, P12_*
 */
export async function reportAsEml(
  request: RevocationRequest,
  papers: readonly Paper[],
  options: EmailChannelOptions,
): Promise<Uint8Array> {
  return composeReport(await reportMail(request, papers, options), options, request);
}

function composeReport(
  mail: Mail,
  { mailer, key }: EmailChannelOptions,
  { certificate }: RevocationRequest,
): Promise<Uint8Array> {
  if (key !== null && isMeant(readCertificate(key.certificate), certificate)) {
    throw new PenaError('CHANNEL_UNFIT', { detail: certificate.serial });
  }
  return mailer.compose(mail, key === null ? null : signerOf(key));
}

/** Two authorities may give one number; where nothing else is known of the lost one, the number is enough to refuse. */
function isMeant(own: Certificate, { serial, sha256 }: ReportedCertificate): boolean {
  return sha256 === null ? own.serial === serial : own.sha256 === sha256;
}

function signerOf(key: SigningKey): MailSigner {
  const digest = DIGEST_OF[algorithmFor(readCertificate(key.certificate))];
  return async (bytes) => ({
    cms: await signDetached(bytes, key, 'e-mail laporan'),
    // RFC 8551 3.5.3.2.
    micalg: digest.replace('sha', 'sha-'),
  });
}

const nameOf = ({ reference }: Paper): string => reference.name;

const GROUNDS: Readonly<Record<RevocationRequest['ground'], string>> = {
  lost: 'hilang',
  damaged: 'rusak',
  inaccessible: 'tidak dapat diakses',
  compromised: 'bocor atau disalahgunakan',
  moved: 'mutasi',
  retired: 'pensiun',
};

async function reportMail(
  request: RevocationRequest,
  papers: readonly Paper[],
  { from: sender, to }: EmailChannelOptions,
): Promise<Mail> {
  const from = sender ?? request.owner.email;
  if (from === null) throw new PenaError('CHANNEL_UNFIT', { detail: 'From' });
  const { certificate, owner, ground, invalidityDate, narrative, caseId } = request;
  const lines = [
    'Yth. Otoritas Pendaftaran,',
    '',
    'Dengan ini dilaporkan bahwa sertifikat elektronik berikut tidak dapat dipercaya lagi dan dimohon dicabut',
    '(Peraturan Wali Kota Samarinda Nomor 13 Tahun 2020, Pasal 16).',
    '',
    `Pemilik       : ${owner.name}${owner.nip === null ? '' : `, NIP ${owner.nip}`}`,
    `Nomor seri    : ${certificate.serial}`,
    `Penerbit      : ${certificate.issuer}`,
    `Sebab         : ${GROUNDS[ground]}`,
    ...(invalidityDate === null ? [] : [`Sejak (UTC)   : ${invalidityDate}`]),
    `Kasus         : ${caseId}`,
    ...(papers.length === 0 ? [] : [`Lampiran      : ${papers.map(nameOf).join(', ')}`]),
    ...(narrative === '' ? [] : ['', narrative]),
    '',
    'Paket terlampir dapat diperiksa dengan: pena ra open laporan.penareport',
  ];
  return {
    ...{ from, to, date: new Date(request.reportedAt) },
    subject: `${papers.length === 0 ? 'Laporan' : 'Lampiran laporan'} sertifikat elektronik ${GROUNDS[ground]}: ${owner.name}`,
    text: `${lines.join('\n')}\n`,
    messageId: `${request.idempotencyKey}@laporan.pena`,
    attachments: [
      ...papers.map(({ reference, bytes }) => ({
        ...{ name: reference.name, mediaType: reference.mediaType, bytes },
      })),
      {
        name: 'laporan.penareport',
        mediaType: 'application/zip',
        bytes: await writePackage(request, papers, null),
      },
    ],
  };
}
