// The registration authority's desk in main, put together for one window.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { readCertificate } from '../../../core/cms/certificate.ts';
import type { DeskHandle } from '../../../core/contract/desk.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { certificateOf } from '../../../core/lifecycle/lost-key/find-certificate.ts';
import { type Watched, watchedFinder } from '../../../core/lifecycle/outbox/find-watched.ts';
import { readCertificateFile } from '../../../native/files/small-file.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { userFolders } from '../../../native/settings/user-folders.ts';
import { identify } from '../../hosts/file-identity.ts';
import { startReceiverHost } from '../../hosts/start-host.ts';
import { logUnexpected } from '../../ipc/failure.ts';
import { deskAnswers } from '../../ipc/handlers/desk.ts';
import { deskApplicationsAnswers } from '../../ipc/handlers/desk-applications.ts';
import { deskFiguresAnswers } from '../../ipc/handlers/desk-figures.ts';
import { deskReceiverAnswers } from '../../ipc/handlers/desk-receiver.ts';
import type { Documents } from '../documents.ts';
import { askedOf } from '../lost-key/ask-secret.ts';
import { httpClient } from '../lost-key/ways.ts';
import { outsideOrder } from '../outside-orders.ts';
import type { SecretDesk } from '../secret-desk.ts';
import type { SettingsStore } from '../settings-store.ts';
import { ApplicationDesk } from './application-desk.ts';
import { CaseDesk } from './case-desk.ts';
import { DeskFile } from './desk-file.ts';
import { DeskWatch } from './desk-watch.ts';
import { PaperView } from './paper-view.ts';
import { Receiver } from './receiver.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly desk: SecretDesk;
}

export function registrationDesk({ window, documents, settings, desk: secrets }: Parts) {
  const file = new DeskFile(askedOf(secrets));
  const cases = new CaseDesk(file);
  const applications = new ApplicationDesk(file);
  const receiver = new Receiver({
    ...{ file, fork: startReceiverHost },
    show: async (secret) => (await secrets.ask<'show'>({ kind: 'show', secret })) !== null,
  });
  const papers = new PaperView(join(userFolders().settings, 'desk-papers'));

  /** Who asks the issuer by a file: the certificate itself, or a document signed with it. @throws {PenaError} CERT_*, PDF_*, FILE_* */
  const foundIn = async (path: string, handle: DeskHandle): Promise<Watched> => {
    const [request] = cases.read(handle).one.reports;
    const kept = path.toLowerCase().endsWith('.pdf')
      ? await signerOf(path)
      : [certificateOf(await readCertificateFile(path))];
    const { services, authorities } = await outside();
    const find = watchedFinder({ kept: () => Promise.resolve(kept), authorities, services });
    const watched = request === undefined ? null : await find(request);
    if (watched === null) throw new PenaError('CERT_NOT_FOUND');
    return watched;
  };
  const signerOf = async (path: string): Promise<readonly Uint8Array[]> => {
    const reference = { path, identity: await identify(path) };
    const { certificate, chain } = await documents.read('last-signer', { file: reference });
    return [certificate, ...chain];
  };
  const outside = async () => {
    const { proxy } = await effectiveSettings();
    const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
    const services = { http: httpClient(proxy.value, null), cache: null, random, now: new Date() };
    return { services, authorities: (await outsideOrder(null)).anchors };
  };
  const watch = async (handle: DeskHandle, choose: () => Promise<string | null>) => {
    let watched = cases.watchedBy(handle);
    if (watched === null) {
      const path = await choose();
      if (path === null) return null;
      watched = await foundIn(path, handle);
      cases.keepWatched(handle, watched);
    }
    const { services, authorities } = await outside();
    const others = authorities.map((der) => readCertificate(der));
    return cases.ask(handle, watched, { ...services, others });
  };
  const unasked = new DeskWatch({
    ...{ cases, isOpen: () => file.isOpen, now: () => new Date() },
    services: async () => {
      const { services, authorities } = await outside();
      return { ...services, others: authorities.map((der) => readCertificate(der)) };
    },
    onProblem: (thrown) => logUnexpected('desk', thrown),
  });
  unasked.start();
  const shared = { window, settings: () => settings.current, papers, documents };
  return {
    /** For what is dropped on the window. */
    dropped: { file, cases, applications },
    answers: {
      ...deskAnswers({ ...shared, file, cases, watch }),
      ...deskApplicationsAnswers({ ...shared, applications }),
      ...deskFiguresAnswers(shared),
      ...deskReceiverAnswers({ ...shared, receiver }),
    },
    close: (): void => {
      unasked.close();
      receiver.close();
      file.close();
      papers.clear();
    },
  };
}
