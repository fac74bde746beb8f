// What was taken out of the text since it was signed, and what was put in; each line leads to its page.
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import type { PdfState } from '../../viewer/use-pdf-document.ts';
import { useTextDifferences } from './use-text-differences.ts';
import classes from './text-changes.module.css';

export function TextChanges({
  signed,
  now,
  onPage,
}: {
  readonly signed: PdfState;
  readonly now: PdfState;
  readonly onPage: (page: number) => void;
}) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const comparison = useTextDifferences(
    signed.state === 'ready' ? signed.pdf : null,
    now.state === 'ready' ? now.pdf : null,
  );
  const pages =
    signed.state === 'ready' && now.state === 'ready' && signed.pdf.numPages !== now.pdf.numPages
      ? t('text.pages', {
          then: formatNumber(signed.pdf.numPages, language),
          now: formatNumber(now.pdf.numPages, language),
        })
      : null;
  const count = pages !== null && (
    <p className={classes['pages']} data-testid="page-count">
      {pages}
    </p>
  );
  if (comparison === null) return <p role="status">{t('marks.comparing')}</p>;
  const { found, more } = comparison;
  if (found.length === 0) {
    return (
      <div className={classes['same']} data-testid="text-same">
        {count}
        <p>{t(more ? 'text.sameSoFar' : 'text.same')}</p>
      </div>
    );
  }
  return (
    <div className={classes['changes']} data-testid="text-changes">
      {count}
      <Disclosure
        open
        summary={t('text.title', {
          count: found.length,
          formatted: formatNumber(found.length, language),
        })}
      >
        {/* A scrolling region has to be reachable by keyboard (WCAG 2.2, 2.1.1). */}
        <ul tabIndex={0} aria-label={t('text.label')}>
          {found.map(({ page, kind, text }, index) => (
            <li key={String(index)} data-kind={kind}>
              <button type="button" onClick={() => onPage(page)}>
                <span className={classes['kind']}>
                  {t(`text.${kind}`, { page: formatNumber(page, language) })}
                </span>
                {kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>}
              </button>
            </li>
          ))}
        </ul>
        {more && <p>{t('text.more')}</p>}
      </Disclosure>
    </div>
  );
}
