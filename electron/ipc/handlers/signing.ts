// Signing the open document: where to, with which key, and how far it is.
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import {
  type FooterChoice,
  signingContract,
  type SkippedDesign,
  type StampDesignChoice,
  type StampRequest,
} from '../../../core/contract/signing.ts';
import type { Certificate } from '../../../core/cms/certificate.ts';
import type { Zone } from '../../../core/domain/local-time.ts';
import { showsSpecimen } from '../../../core/domain/stamp-design.ts';
import { loadFooters } from '../../../native/files/footer-designs.ts';
import { loadStampDesigns } from '../../../native/files/stamp-designs.ts';
import { stampFolders } from '../../../native/settings/stamp-folders.ts';
import type { FooterOrder, StampOrder, StampOwnerOrder } from '../../hosts/protocol-shapes.ts';
import type { Certificates } from '../../main/certificates.ts';
import type { Documents } from '../../main/documents.ts';
import type { Questions } from '../../main/questions.ts';
import type { Signing } from '../../main/signing.ts';
import type { StampOwnerStore } from '../../main/stamp-owner-store.ts';
import { answer } from '../answer.ts';
import { tell } from '../serve.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly certificates: Certificates;
  readonly signing: Signing;
  readonly questions: Questions;
  readonly owner: StampOwnerStore;
  /** Of the person at this computer. */
  readonly zone: () => Zone;
}

type Wish = Pick<
  z.infer<(typeof signingContract)['signing.start']['request']>,
  'reason' | 'location'
>;

export function signingAnswers(parts: Parts) {
  const { window, documents, certificates, signing, questions, owner, zone } = parts;
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
      const stamp = stampOrder(request.stamp, certificate, request, owner.order);
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
        stamp: stamp === null ? null : stampOrder(stamp, certificate, request, owner.order),
        footer: footerOrder(request, certificate, owner.order, zone()),
        certification: request.certification,
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
  { commonName: name, serial }: Certificate,
  { reason, location }: Wish,
  owner: StampOwnerOrder,
): StampOrder {
  const content = { name, serial, position, zone, reason, location, time: new Date() };
  return { at, content, owner, design };
}

function footerOrder(
  { footer, reason, location }: Wish & { readonly footer: string | null },
  { commonName: name, serial }: Certificate,
  owner: StampOwnerOrder,
  zone: Zone,
): FooterOrder | null {
  if (footer === null) return null;
  const content = { name, serial, position: '', zone, reason, location, time: new Date() };
  return { content, owner, design: footer };
}

async function designChoices(): Promise<{
  designs: StampDesignChoice[];
  footers: FooterChoice[];
  skipped: SkippedDesign[];
}> {
  const folders = await stampFolders();
  const { designs, problems } = await loadStampDesigns(folders);
  const found = await loadFooters(folders);
  return {
    designs: [...designs.values()].map(({ design }) => {
      const { id, title, size } = design;
      return { ...{ id, title, ...size }, specimen: showsSpecimen(design) };
    }),
    footers: [...found.footers.values()].map(({ footer: { id, title } }) => ({ id, title })),
    skipped: [...problems, ...found.problems].map(({ file, problem }) => ({
      file: basename(file).slice(0, 255),
      problem: problem.slice(0, 200),
    })),
  };
}
