// An application's ways to the authority: over HTTPS with a signed receipt, by e-mail, or as a file to be carried.
import { readCertificate, algorithmFor } from '../../cms/certificate.ts';
import { signDetached } from '../../cms/detached.ts';
import { APPLICATION_RULES, type ApplicationKind } from '../../domain/application-kind.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { DIGEST_OF } from '../../domain/signature-algorithm.ts';
import type { ApplicationChannel, HandIn } from '../../ports/application-channel.ts';
import type { Mail } from '../../ports/mailer.ts';
import type { Acknowledgement } from '../../ports/report-channel.ts';
import {
  asRefusal,
  type AuthorityServer,
  hostOf,
  MAX_ANSWER_BYTES,
  signedContent,
} from './authority-answer.ts';
import type { EmailChannelOptions } from './email-channel.ts';
import type { FileChannelOptions } from './file-channel.ts';
import { applicationReceipt } from './wire.ts';

/** Nothing counts as received before a receipt for this very package says so. */
export function applicationOverHttps(server: AuthorityServer): ApplicationChannel {
  const { url, http, timeoutMs, credential } = server;
  const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, credential };
  return {
    id: 'https',
    send: async (handIn, signal) => {
      const headers = {
        'content-type': 'application/zip',
        accept: 'application/json',
        'idempotency-key': handIn.sha256,
      };
      const asked = { method: 'POST', url: `${url}/applications`, headers, body: handIn.bytes };
      try {
        const { body } = await http.request({ ...asked, method: 'POST', ...limits, signal });
        return acknowledgement(body, handIn, server);
      } catch (thrown) {
        throw asRefusal(thrown, url);
      }
    },
    status: async (handIn, signal) => {
      const address = `${url}/applications/${handIn.sha256}`;
      const { body } = await http.request({ method: 'GET', url: address, ...limits, signal });
      return acknowledgement(body, handIn, server);
    },
  };
}

function acknowledgement(
  answer: Uint8Array,
  { id, sha256 }: HandIn,
  server: AuthorityServer,
): Acknowledgement {
  const host = hostOf(server.url);
  const content = applicationReceipt.safeParse(signedContent(answer, server));
  if (!content.success) throw new PenaError('CHANNEL_ANSWER_INVALID', { host });
  const { applicationId, packageSha256, state, at, reason } = content.data;
  if (applicationId !== id || packageSha256 !== sha256) {
    throw new PenaError('CHANNEL_RECEIPT_WRONG', { host });
  }
  return { state, at, note: reason, evidence: answer };
}

/** A mail server that takes it says nothing of its arrival: `sent` and no more. */
export function applicationByMail(options: EmailChannelOptions): ApplicationChannel {
  const { mailer, to, now } = options;
  return {
    id: 'email',
    send: async (handIn, signal) => {
      const mail = mailOf(handIn, options);
      await mailer.send(await composed(mail, options), mail, signal);
      return { state: 'sent', at: now().toISOString(), note: to.join(', '), evidence: null };
    },
  };
}

/**
 * The message for the user's own mail program (.eml).
 * @throws {PenaError} MAIL_ADDRESS_INVALID, CHANNEL_UNFIT, TOKEN_*, P12_*
 */
export async function applicationAsEml(
  handIn: HandIn,
  options: EmailChannelOptions,
): Promise<Uint8Array> {
  return composed(mailOf(handIn, options), options);
}

function composed(mail: Mail, { mailer, key }: EmailChannelOptions): Promise<Uint8Array> {
  if (key === null) return mailer.compose(mail, null);
  // RFC 8551 3.5.3.2.
  const micalg = DIGEST_OF[algorithmFor(readCertificate(key.certificate))].replace('sha', 'sha-');
  return mailer.compose(mail, async (bytes) => ({
    cms: await signDetached(bytes, key, 'e-mail permohonan'),
    micalg,
  }));
}

const APPLIES = 'Permohonan sertifikat elektronik';
const SUBJECTS: Readonly<Record<ApplicationKind, string>> = {
  ...{ individual: APPLIES, position: APPLIES, system: APPLIES },
  agreement: 'Persetujuan perjanjian pemilik sertifikat elektronik',
  receipt: 'Tanda terima sertifikat elektronik',
  renewal: 'Permohonan pembaruan sertifikat elektronik',
  duties: 'Pernyataan kewajiban pemilik sertifikat elektronik',
  problem: 'Laporan permasalahan sertifikat elektronik',
  complaint: 'Pengaduan layanan sertifikat elektronik',
};

/** The NIK and what else the papers say stays in the package. */
function mailOf(handIn: HandIn, { from: own, to }: EmailChannelOptions): Mail {
  const { id, applicant, bytes, sha256, madeAt } = handIn;
  const from = own ?? applicant.email;
  if (from === '') throw new PenaError('CHANNEL_UNFIT', { detail: 'From' });
  const name = fileNameOf(handIn);
  const lines = [
    APPLICATION_RULES[handIn.kind].toAuthority
      ? 'Yth. Otoritas Pendaftaran,'
      : 'Yth. Atasan Pengelola Otoritas Pendaftaran dan Kepala BSrE,',
    '',
    'Bersama ini disampaikan surat tentang sertifikat elektronik beserta lampirannya',
    '(Peraturan Wali Kota Samarinda Nomor 13 Tahun 2020).',
    '',
    `Pemohon : ${applicant.name}`,
    `Nomor   : ${id}`,
    `SHA-256 : ${sha256}`,
    '',
    `Paket terlampir dapat diperiksa dengan: pena ra application check ${name}`,
  ];
  return {
    ...{ from, to, date: new Date(madeAt) },
    subject: `${SUBJECTS[handIn.kind]}: ${applicant.name}`,
    text: `${lines.join('\n')}\n`,
    messageId: `${sha256.slice(0, 32)}@permohonan.pena`,
    attachments: [{ name, mediaType: 'application/zip', bytes }],
  };
}

/** To be carried by hand: that it was handed over nobody here can know. */
export function applicationAsFile({ save, now }: FileChannelOptions): ApplicationChannel {
  return {
    id: 'file',
    send: async (handIn, signal) => {
      signal.throwIfAborted();
      const name = fileNameOf(handIn);
      await save(name, handIn.bytes);
      return { state: 'sent', at: now().toISOString(), note: name, evidence: null };
    },
  };
}

const fileNameOf = ({ id, sha256 }: HandIn): string =>
  `permohonan-${id}-${sha256.slice(0, 8)}.penapermohonan`;
