// The side of "Surat & permohonan" in main, put together for one window.
import type { BrowserWindow } from 'electron';
import { lostPlaces } from '../../../native/cases/places.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import { lettersAnswers } from '../../ipc/handlers/letters.ts';
import type { DraftsAccess } from '../lost-key/drafts-access.ts';
import type { ReportSender } from '../lost-key/sender.ts';
import type { SettingsStore } from '../settings-store.ts';
import { LetterDesk } from './letter-desk.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: SettingsStore;
  /** One key for all drafts: it is asked for once. */
  readonly drafts: DraftsAccess;
  /** One outbox for reports and applications. */
  readonly sender: ReportSender;
}

export function letters({ window, settings, drafts, sender }: Parts) {
  const desk = new LetterDesk({
    ...{ drafts, sender },
    known: new CertificateRegistry(),
    ids: () => lostPlaces(userFolders().settings, new Uint8Array(32)).letters.ids(),
  });
  return lettersAnswers({ window, settings: () => settings.current, desk });
}
