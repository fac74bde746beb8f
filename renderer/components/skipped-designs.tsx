// Stamp designs that cannot be used, named with the reason, so that nobody wonders where one is.
import { useTranslation } from 'react-i18next';
import type { SkippedDesign } from '../../core/contract/signing.ts';
import { formatNumber } from '../base/format.ts';
import { languageOf } from '../base/i18n.ts';
import { Disclosure } from './disclosure.tsx';
import classes from './components.module.css';

export function SkippedDesigns({ skipped }: { readonly skipped: readonly SkippedDesign[] }) {
  const { t, i18n } = useTranslation('sign');
  if (skipped.length === 0) return null;
  const formatted = formatNumber(skipped.length, languageOf(i18n.language));
  return (
    <div data-testid="skipped-designs">
      <Disclosure summary={t('designSkipped', { count: skipped.length, formatted })}>
        <ul className={classes['skipped']}>
          {skipped.map(({ file, problem }, index) => (
            <li key={`${file}-${String(index)}`}>
              <strong>{file}</strong>
              <p>{problem}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
