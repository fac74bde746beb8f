// The main window: what it is made of, what its page may ask, and what ends with it.
import { BrowserWindow } from 'electron';
import { batchContract } from '../../core/contract/batch.ts';
import { navigationContract } from '../../core/contract/navigation.ts';
import type { Failure } from '../../core/contract/shapes.ts';
import { proofContract } from '../../core/contract/proof.ts';
import { signingContract } from '../../core/contract/signing.ts';
import { tokenContract } from '../../core/contract/token.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { anchorAnswers } from '../ipc/handlers/anchors.ts';
import { batchAnswers } from '../ipc/handlers/batch.ts';
import { certificateAnswers } from '../ipc/handlers/certificate.ts';
import { doctorAnswers } from '../ipc/handlers/doctor.ts';
import { documentAnswers } from '../ipc/handlers/document.ts';
import { droppedAnswers } from '../ipc/handlers/dropped.ts';
import { manyAnswers } from '../ipc/handlers/many.ts';
import { markAnswers } from '../ipc/handlers/mark.ts';
import { practiceAnswers } from '../ipc/handlers/practice.ts';
import { prepareAnswers } from '../ipc/handlers/prepare.ts';
import { proofAnswers } from '../ipc/handlers/proof.ts';
import { secretsAnswers } from '../ipc/handlers/secrets.ts';
import { settingsAnswers } from '../ipc/handlers/settings.ts';
import { signingAnswers } from '../ipc/handlers/signing.ts';
import { stampOwnerAnswers } from '../ipc/handlers/stamp-owner.ts';
import { tokenAnswers } from '../ipc/handlers/token.ts';
import { tokenKeysAnswers } from '../ipc/handlers/token-keys.ts';
import { tokenPinAnswers } from '../ipc/handlers/token-pin.ts';
import { validationAnswers } from '../ipc/handlers/validation.ts';
import { serve, tell } from '../ipc/serve.ts';
import { Batches } from './batches.ts';
import { Certificates } from './certificates.ts';
import { registrationDesk } from './desk/desk.ts';
import { Documents } from './documents.ts';
import { letters } from './letters/letters.ts';
import { lostKey } from './lost-key/lost-key.ts';
import { ManyFiles } from './many-files.ts';
import type { MarkStore } from './mark-store.ts';
import { showMenu } from './menu.ts';
import { officeJournal } from './office-journal.ts';
import type { PendingStore } from './pending-store.ts';
import { isListedServer } from './outside-orders.ts';
import { PendingWork } from './pending-work.ts';
import type { PinAnswers } from './pin-desk.ts';
import { PasswordDesk } from './password-desk.ts';
import { openPasswordWindow } from './password-window.ts';
import { openPinWindow } from './pin-window.ts';
import { preloadPath } from './preload-path.ts';
import { SecretDesk } from './secret-desk.ts';
import { openSecretWindow } from './secret-window.ts';
import type { SettingsStore } from './settings-store.ts';
import { Questions } from './questions.ts';
import { Signing } from './signing.ts';
import type { StampOwnerStore } from './stamp-owner-store.ts';
import { StampPasswords } from './stamp-passwords.ts';
import { TokenKeysDesk } from './token-keys.ts';
import { TokenPins } from './token-pins.ts';
import { PAGES } from './window-files.ts';
import { windowSession } from './window-session.ts';

export interface OfficeParts {
  readonly tokens: TokenService;
  readonly settings: SettingsStore;
  readonly pending: PendingStore;
  readonly store: SecretStore;
  readonly marks: MarkStore;
  readonly owner: StampOwnerStore;
  /** Why there is no practice token in practice mode; null where there is one, or none is wanted. */
  readonly practiceProblem: Failure | null;
}

export function openMainWindow(office: OfficeParts): BrowserWindow {
  const { tokens, settings, pending, store, marks, owner, practiceProblem } = office;
  const passwords = new StampPasswords(store);
  const many = new ManyFiles();
  const language = () => settings.current.language;
  const zone = () => settings.current.zone;
  const unlocking = new PasswordDesk(
    (answers) => openPasswordWindow(window, answers, marks.current),
    language,
  );
  const documents = new Documents(unlocking, passwords.refused);
  const window: BrowserWindow = new BrowserWindow({
    ...{ show: false, useContentSize: true, width: 1280, height: 800 },
    ...{ minWidth: 720, minHeight: 480 },
    title: practiceMode() ? 'LATIHAN · Pena' : 'Pena',
    webPreferences: {
      preload: preloadPath('main-window'),
      session: windowSession('main', (handle) => documents.get(handle).pages),
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
    },
  });
  const certificates = new Certificates(tokens);
  const journal = officeJournal();
  const pinWindow = (answers: PinAnswers) => openPinWindow(window, answers, marks.current);
  const desk = new SecretDesk({
    ...{ language, mark: () => marks.current },
    openWindow: (answers) => openSecretWindow(window, answers),
  });
  const questions = new Questions((question) =>
    tell(window.webContents, 'signing.question', signingContract['signing.question'], question),
  );
  const work = new PendingWork(pending, { desk: unlocking, passwords, journal }, (progress) =>
    tell(window.webContents, 'pending.progress', proofContract['pending.progress'], progress),
  );
  const signing: Signing = new Signing({
    ...{ window, documents, tokens, language, questions, pending, store, passwords },
    ...{ journal, openPinWindow: pinWindow },
    busy: () => batches.running || keys.running || pins.running,
  });
  const batches: Batches = new Batches({
    ...{ tokens, language, questions, pending, store, passwords, unlocking, owner },
    openPinWindow: pinWindow,
    busy: () => signing.running || keys.running || pins.running,
    onProgress: (progress) =>
      tell(window.webContents, 'batch.progress', batchContract['batch.progress'], progress),
  });
  const keys: TokenKeysDesk = new TokenKeysDesk({
    ...{ window, tokens, certificates, language, journal, openPinWindow: pinWindow },
    busy: () => signing.running || batches.running || pins.running,
  });
  const pins = new TokenPins({
    ...{ tokens, certificates, desk, store, journal },
    busy: () => signing.running || batches.running || keys.running,
  });
  const lost = lostKey({ window, documents, settings, store, desk });
  const authority = registrationDesk({ window, documents, settings, desk });
  const menu = (): void =>
    showMenu(language(), (item) =>
      tell(window.webContents, 'menu.chosen', navigationContract['menu.chosen'], { item }),
    );
  serve(window.webContents, {
    host: 'main',
    page: {
      ...documentAnswers({ window, documents, language }),
      ...tokenAnswers(certificates),
      ...tokenKeysAnswers(keys),
      ...tokenPinAnswers(pins),
      ...doctorAnswers({
        window,
        tokens,
        language,
        busy: () => signing.running || batches.running || keys.running || pins.running,
      }),
      ...markAnswers({ marks, desk, journal }),
      ...certificateAnswers(),
      ...lost.answers,
      ...letters({ window, settings, drafts: lost.drafts, sender: lost.sender }),
      ...authority.answers,
      ...signingAnswers({ window, documents, certificates, signing, questions, owner, zone }),
      ...prepareAnswers({ window, documents, journal, language }),
      ...stampOwnerAnswers({ window, owner, language }),
      ...batchAnswers({ window, batches, certificates, language }),
      ...anchorAnswers({ window, journal, language }),
      ...proofAnswers({ documents, pending, work, passwords }),
      ...validationAnswers({ window, documents, settings }),
      ...manyAnswers({ window, documents, many, settings }),
      ...settingsAnswers(settings, menu),
      ...practiceAnswers({
        settings: () => settings.current,
        ...{ store, problem: practiceProblem },
        busy: () => signing.running || batches.running || keys.running || pins.running,
      }),
      ...secretsAnswers({ store, desk, isListed: isListedServer }),
    },
    preload: droppedAnswers({ documents, many, ...lost.dropped, desk: authority.dropped }),
  });
  menu();
  const changed = (): void =>
    tell(window.webContents, 'token.changed', tokenContract['token.changed'], {});
  const unwatch = [tokens.onChange(changed), tokens.onLate(changed)];
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    desk.cancel();
    for (const end of unwatch) end();
    signing.cancel();
    keys.cancel();
    work.cancel();
    batches.closeAll();
    many.close();
    lost.close();
    authority.close();
    void documents.closeAll();
  });
  void window.loadURL(`app://main/${PAGES.main}`);
  return window;
}
