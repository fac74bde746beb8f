// What of a case goes out as a file, where the person says: the report by hand or by mail, and the letters.
import { applicationAsEml } from '../../../core/lifecycle/channels/application-channels.ts';
import {
  type EmailChannelOptions,
  reportAsEml,
} from '../../../core/lifecycle/channels/email-channel.ts';
import { fieldsOfCase, fieldsOfStatement } from '../../../core/lifecycle/letters/case-fields.ts';
import { letterPdf } from '../../../core/lifecycle/letters/letter-pdf.ts';
import { letterheadOf } from '../../../core/lifecycle/letters/letterhead.ts';
import {
  letterTemplate,
  type LetterFields,
  type LetterTemplate,
} from '../../../core/lifecycle/letters/template.ts';
import type { LostKeyCase } from '../../../core/lifecycle/lost-key/case.ts';
import { writePackage } from '../../../core/lifecycle/package/write-package.ts';
import type { HandIn } from '../../../core/ports/application-channel.ts';
import type { OutboxReport } from '../../../core/ports/outbox-store.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { Zone } from '../../../core/domain/local-time.ts';
import { readLetterhead, readLetterTemplate } from '../../../native/files/letter-templates.ts';
import { composeMail } from '../../../native/mail/compose.ts';
import { loadFonts } from '../../../native/files/resources.ts';
import { practiceMode } from '../../../native/settings/practice-mode.ts';
import { authorityName, letterFolders } from '../../../native/settings/letter-folders.ts';

/** @throws {PenaError} LETTER_*, FILE_* */
export function letterOf(
  name: string,
  lost: LostKeyCase,
  zone: Zone,
  version: string,
): Promise<Uint8Array> {
  const fieldsOf = name === 'surat-keterangan' ? fieldsOfStatement : fieldsOfCase;
  const fields = fieldsOf(lost, zone, new Date());
  return letterFrom(name, (template) => ({ template, fields }), version);
}

/** @param fill what is written, of the template as it ships. @throws {PenaError} LETTER_*, FILE_* */
export async function letterFrom(
  name: string,
  fill: (template: LetterTemplate) => {
    readonly template: LetterTemplate;
    readonly fields: LetterFields;
  },
  version: string,
): Promise<Uint8Array> {
  const folders = await letterFolders();
  const read = letterTemplate.safeParse(await readLetterTemplate(name, folders));
  if (!read.success) throw new PenaError('LETTER_TEMPLATE_INVALID', { name });
  const { head, emblem } = await readLetterhead(folders);
  const { template, fields } = fill(read.data);
  const meta = { time: new Date(), tool: `Pena ${version}`, practice: practiceMode() };
  const material = {
    fonts: await loadFonts(),
    letterhead: letterheadOf(head, emblem, await authorityName()),
  };
  return letterPdf(template, fields, meta, material);
}

export function packageOf({ request, papers }: OutboxReport): Promise<Uint8Array> {
  return writePackage(request, papers, null);
}

/** For the user's own mail program. @param to null: the office has named nobody. @throws {PenaError} MAIL_ADDRESS_INVALID */
export function mailOf({ request, papers }: OutboxReport, to: string | null): Promise<Uint8Array> {
  return reportAsEml(request, papers, byHand(to));
}

/** As `mailOf`, of an application. @throws {PenaError} MAIL_ADDRESS_INVALID, CHANNEL_UNFIT */
export function applicationMailOf(handIn: HandIn, to: string): Promise<Uint8Array> {
  return applicationAsEml(handIn, byHand(to));
}

const byHand = (to: string | null): EmailChannelOptions => ({
  mailer: { compose: composeMail, send: () => Promise.reject(new PenaError('INTERNAL')) },
  ...{ from: null, to: to === null ? [] : [to], key: null, now: () => new Date() },
});
