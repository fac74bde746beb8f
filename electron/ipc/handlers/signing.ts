// Signing the open document: where to, with which key, and how far it is.
import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import {
  signingContract,
  type StampDesignChoice,
  type StampRequest,
} from '../../../core/contract/signing.ts';
import { loadStampDesigns } from '../../../native/files/stamp-designs.ts';
import { stampFolders } from '../../../native/settings/stamp-folders.ts';
import type { StampOrder } from '../../hosts/document-protocol.ts';
import type { Certificates } from '../../main/certificates.ts';
import type { Documents } from '../../main/documents.ts';
import type { Questions } from '../../main/questions.ts';
import type { Signing } from '../../main/signing.ts';
import { answer } from '../answer.ts';
import { tell } from '../serve.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly certificates: Certificates;
  readonly signing: Signing;
  readonly questions: Questions;
}

type Wish = Pick<
  z.infer<(typeof signingContract)['signing.start']['request']>,
  'reason' | 'location'
>;

export function signingAnswers({ window, documents, certificates, signing, questions }: Parts) {
  return {
    'signing.designs': answer(signingContract['signing.designs'], async () => ({
      designs: await designChoices(),
    })),
    'signing.lookOver': answer(signingContract['signing.lookOver'], ({ document }) =>
      documents.read('look-over', { file: documents.get(document).file }),
    ),
    'signing.decide': answer(signingContract['signing.decide'], ({ question, accept }) => {
      questions.decide(question, accept);
      return {};
    }),
    'signing.previewStamp': answer(signingContract['signing.previewStamp'], (request) => {
      const { file } = documents.get(request.document);
      const { certificate } = certificates.get(request.certificate);
      const stamp = stampOrder(request.stamp, certificate.commonName, request);
      return documents.read('preview', { file, stamp });
    }),
    'signing.start': answer(signingContract['signing.start'], (request) => {
      const { choice, certificate } = certificates.get(request.certificate);
      const { stamp } = request;
      return signing.start({
        document: documents.get(request.document),
        choice,
        certificate: certificate.sha256,
        level: request.level,
        warningsSeen: request.warningsSeen,
        stamp: stamp === null ? null : stampOrder(stamp, certificate.commonName, request),
        reason: request.reason,
        location: request.location,
        onProgress: (progress) =>
          tell(
            window.webContents,
            'signing.progress',
            signingContract['signing.progress'],
            progress,
          ),
      });
    }),
    'signing.cancel': answer(signingContract['signing.cancel'], () => {
      signing.cancel();
      return {};
    }),
  };
}

/** The name in the stamp is the certificate's own: the window has no say in it. */
function stampOrder(
  { page, rect, position, zone, design }: StampRequest,
  name: string,
  { reason, location }: Wish,
): StampOrder {
  const content = { name, position, zone, reason, location, time: new Date() };
  return { page, rect, content, design };
}

async function designChoices(): Promise<StampDesignChoice[]> {
  const { designs } = await loadStampDesigns(await stampFolders());
  return [...designs.values()].map(({ design: { id, title, size } }) => ({ id, title, ...size }));
}
