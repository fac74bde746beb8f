// Signing the open document: where to, with which key, and how far it is.
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import {
  signingContract,
  type SkippedDesign,
  type StampDesignChoice,
  type StampRequest,
} from '../../../core/contract/signing.ts';
import { loadStampDesigns } from '../../../native/files/stamp-designs.ts';
import { stampFolders } from '../../../native/settings/stamp-folders.ts';
import type { StampOrder } from '../../hosts/protocol-shapes.ts';
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
    'signing.designs': answer(signingContract['signing.designs'], designChoices),
    'signing.lookOver': answer(signingContract['signing.lookOver'], ({ document }) => {
      const open = documents.get(document);
      return documents.read('look-over', { file: open.file }, open);
    }),
    'signing.fields': answer(signingContract['signing.fields'], ({ document }) => {
      const open = documents.get(document);
      return documents.read('fields', { file: open.file }, open);
    }),
    'signing.places': answer(signingContract['signing.places'], ({ document, page }) => {
      const open = documents.get(document);
      return documents.read('places', { file: open.file, page }, open);
    }),
    'signing.decide': answer(signingContract['signing.decide'], ({ question, accept }) => {
      questions.decide(question, accept);
      return {};
    }),
    'signing.previewStamp': answer(signingContract['signing.previewStamp'], (request) => {
      const open = documents.get(request.document);
      const { file } = open;
      const { certificate } = certificates.get(request.certificate);
      const stamp = stampOrder(request.stamp, certificate.commonName, request);
      return documents.read('preview', { file, stamp, field: request.field }, open);
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
        field: request.field,
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
  { at, position, zone, design }: StampRequest,
  name: string,
  { reason, location }: Wish,
): StampOrder {
  const content = { name, position, zone, reason, location, time: new Date() };
  return { at, content, design };
}

async function designChoices(): Promise<{
  designs: StampDesignChoice[];
  skipped: SkippedDesign[];
}> {
  const { designs, problems } = await loadStampDesigns(await stampFolders());
  return {
    designs: [...designs.values()].map(({ design: { id, title, size } }) => ({
      ...{ id, title, ...size },
    })),
    skipped: problems.map(({ file, problem }) => ({
      file: basename(file).slice(0, 255),
      problem: problem.slice(0, 200),
    })),
  };
}
