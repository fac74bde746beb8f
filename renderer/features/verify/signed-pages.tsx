// Two versions of one document, of which one is shown: as signed, or as it is now.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { DocumentView, type Jump } from '../../viewer/document-view.tsx';
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
  const { t, i18n } = useTranslation('verify');
  const signed = usePdfDocument(opened.document, opened.viewSize);
  const shownPdf = shown === 'now' ? now : signed;
  const [jump, setJump] = useState<Jump | null>(null);
  const goTo = (wanted: number): void => {
    if (shownPdf.state !== 'ready') return;
    // The other version may have more pages.
    const page = Math.min(wanted, shownPdf.pdf.numPages);
    setJump({ page });
    announce(t('text.shown', { page: formatNumber(page, languageOf(i18n.language)) }));
  };
  return (
    <>
      <TextChanges signed={signed} now={now} onPage={goTo} />
      <DocumentView
        key={shown}
        name={shown === 'now' ? opened.name : t('version.nameSigned', { name: opened.name })}
        document={shownPdf}
        initialFit="width"
        jump={jump}
        overlay={(page) => overlay(page, signed, shownPdf)}
      />
    </>
  );
}
