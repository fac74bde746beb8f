// Two versions of one document, of which one is shown: as signed, or as it is now.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { DocumentView } from '../../viewer/document-view.tsx';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { usePdfDocument, type PdfState } from '../../viewer/use-pdf-document.ts';
import { TextChanges } from './text-changes.tsx';

interface Props {
  readonly opened: OpenedDocument;
  readonly now: PdfState;
  readonly shown: 'now' | 'signed';
  readonly overlay: (page: ShownPage, signed: PdfState, shown: PdfState) => ReactNode;
}

export function SignedPages({ opened, now, shown, overlay }: Props) {
  const { t } = useTranslation('verify');
  const signed = usePdfDocument(opened.document, opened.viewSize);
  const shownPdf = shown === 'now' ? now : signed;
  return (
    <>
      <TextChanges signed={signed} now={now} />
      <DocumentView
        key={shown}
        name={shown === 'now' ? opened.name : t('version.nameSigned', { name: opened.name })}
        document={shownPdf}
        initialFit="width"
        overlay={(page) => overlay(page, signed, shownPdf)}
      />
    </>
  );
}
