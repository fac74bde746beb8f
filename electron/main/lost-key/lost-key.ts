// The lost-key wizard's side in main, put together for one window.
import type { BrowserWindow } from 'electron';
import { doubtContract } from '../../../core/contract/doubt.ts';
import { lettersContract } from '../../../core/contract/letters.ts';
import { lostKeyContract } from '../../../core/contract/lost-key.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import { acknowledgeAnswers } from '../../ipc/handlers/acknowledge.ts';
import { doubtAnswers } from '../../ipc/handlers/doubt.ts';
import { lostKeyAnswers } from '../../ipc/handlers/lost-key.ts';
import { tell } from '../../ipc/serve.ts';
import type { Documents } from '../documents.ts';
import { officeJournal } from '../office-journal.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { SecretDesk } from '../secret-desk.ts';
import { askedOf } from './ask-secret.ts';
import { ChosenCertificates } from './chosen.ts';
import { LostKeyDesk } from './desk.ts';
import { DoubtSearch } from './doubt.ts';
import { DraftsAccess } from './drafts-access.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { lostKeyRefusal } from './refuse-lost-key.ts';
import { ReportSender } from './sender.ts';
import { ReportWays } from './ways.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly store: SecretStore;
  readonly desk: SecretDesk;
}

export function lostKey({ window, documents, settings, store, desk: secretDesk }: Parts) {
  const ask = askedOf(secretDesk);
  const drafts = new DraftsAccess({ store, ask, folder: userFolders().settings });
  const ways = new ReportWays({ store, ask });
  const onChanged = (): void => {
    tell(window.webContents, 'lostKey.changed', lostKeyContract['lostKey.changed'], {});
    tell(window.webContents, 'letters.changed', lettersContract['letters.changed'], {});
  };
  const block = { known: new CertificateRegistry(), journal: officeJournal(), secrets: store };
  const sender = new ReportSender({ drafts, ways, onChanged, known: block.known });
  const chosen = new ChosenCertificates({ ...block, documents });
  const desk = new LostKeyDesk({ drafts, sender, block });
  const acknowledgements = new Acknowledgements({
    ...{ documents, desk, known: block.known, folder: userFolders().settings },
  });
  const doubt = new DoubtSearch({
    ...{ desk, known: block.known },
    onProgress: (progress) =>
      tell(
        window.webContents,
        'lostKey.doubtProgress',
        doubtContract['lostKey.doubtProgress'],
        progress,
      ),
  });
  sender.start();
  return {
    ...{ drafts, sender },
    /** For what is dropped on the window. */
    dropped: { acknowledgements, chosen },
    answers: {
      ...lostKeyAnswers({
        ...{ window, settings: () => settings.current, chosen, desk, ways },
        refuseLostKey: lostKeyRefusal({ documents, desk, known: block.known }),
      }),
      ...acknowledgeAnswers({
        ...{ window, settings: () => settings.current, documents, acknowledgements },
      }),
      ...doubtAnswers({ window, settings: () => settings.current, doubt }),
    },
    close: (): void => {
      doubt.stop();
      acknowledgements.close();
      sender.close();
      ways.close();
      drafts.close();
    },
  };
}
