// Two versions of one document, of which one is shown: as signed, or as it is now.
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { DocumentView, type Jump } from '../../viewer/document-view.tsx';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { usePdfDocument, type PdfState } from '../../viewer/use-pdf-document.ts';
import { ChangeWalk } from './change-walk.tsx';
import { ChangedRegions } from './changed-regions.tsx';
import { PageComparisons } from './compare-pages.ts';
import { TextChanges } from './text-changes.tsx';
import { useChangedPlaces, type ChangedPlace } from './use-changed-places.ts';

interface Props {
  readonly opened: OpenedDocument;
  readonly now: PdfState;
  readonly shown: 'now' | 'signed';
  /** Index in the report of the one whose version is compared; null: what changed is not drawn. */
  readonly signature: number | null;
  readonly report: ShownDocumentReport | null;
  readonly overlay: (page: ShownPage, shown: PdfState) => ReactNode;
}

export function SignedPages({ opened, now, shown, signature, report, overlay }: Props) {
  const { t, i18n } = useTranslation('verify');
  const signed = usePdfDocument(opened.document, opened.viewSize);
  const shownPdf = shown === 'now' ? now : signed;
  const [jump, setJump] = useState<Jump | null>(null);
  const comparisons = useMemo(
    () =>
      signature === null || now.state !== 'ready' || signed.state !== 'ready'
        ? null
        : new PageComparisons(now.pdf, signed.pdf, signature, report),
    [now, signed, signature, report],
  );
  const places = useChangedPlaces(comparisons);
  const goTo = (wanted: number): void => {
    if (shownPdf.state !== 'ready') return;
    // The other version may have more pages.
    const page = Math.min(wanted, shownPdf.pdf.numPages);
    setJump({ page });
    announce(t('text.shown', { page: formatNumber(page, languageOf(i18n.language)) }));
  };
  const lead = (place: ChangedPlace): void => {
    if (shownPdf.state !== 'ready') return;
    const { numPages } = shownPdf.pdf;
    setJump(place.page > numPages ? { page: numPages } : { page: place.page, place });
  };
  return (
    <>
      <TextChanges signed={signed} now={now} onPage={goTo} />
      {comparisons !== null && <ChangeWalk found={places} onPlace={lead} />}
      <DocumentView
        key={shown}
        name={shown === 'now' ? opened.name : t('version.nameSigned', { name: opened.name })}
        document={shownPdf}
        initialFit="width"
        jump={jump}
        overlay={(page) => (
          <>
            {comparisons !== null && <ChangedRegions comparisons={comparisons} shown={page} />}
            {overlay(page, shownPdf)}
          </>
        )}
      />
    </>
  );
}
