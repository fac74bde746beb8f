// The receiver of the desk: started, stopped, its token and its certificates.
import { dialog, type BrowserWindow } from 'electron';
import { deskReceiverContract as contract } from '../../../core/contract/desk-receiver.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { readSmallFile } from '../../../native/files/small-file.ts';
import type { Receiver } from '../../main/desk/receiver.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
  readonly receiver: Receiver;
}

const LARGEST = 200_000;
const NAMES = { tls: 'penerima-tls.pem', receipts: 'penerima-resi.pem' } as const;

export function deskReceiverAnswers({ window, settings, receiver }: Parts) {
  const texts = () => mainTexts(settings().language).desk;
  const chosen = async (what: 'tlsCertificate' | 'tlsKey'): Promise<string | null> => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: texts()[what],
      properties: ['openFile'],
      filters: [{ name: texts()[what], extensions: ['pem', 'crt', 'cer', 'key'] }],
    });
    const [path] = filePaths;
    if (path === undefined) return null;
    return Buffer.from(await readSmallFile(path, LARGEST, 'RA_TLS_CERTIFICATE_WRONG')).toString();
  };
  return {
    'desk.receiver': answer(contract['desk.receiver'], () => receiver.shown()),
    'desk.startReceiver': answer(contract['desk.startReceiver'], ({ reach, port }) =>
      receiver.start(reach, port),
    ),
    'desk.stopReceiver': answer(contract['desk.stopReceiver'], () => receiver.stop()),
    'desk.renewToken': answer(contract['desk.renewToken'], () => receiver.renewToken()),
    'desk.chooseCertificate': answer(contract['desk.chooseCertificate'], async () => {
      const certificate = await chosen('tlsCertificate');
      const key = certificate === null ? null : await chosen('tlsKey');
      return certificate === null || key === null
        ? null
        : receiver.useCertificate(certificate, key);
    }),
    'desk.saveCertificate': answer(contract['desk.saveCertificate'], ({ which }) =>
      saveAs(window, { title: texts().save, defaultPath: NAMES[which], extension: 'pem' }, () =>
        receiver.certificate(which),
      ),
    ),
  };
}
