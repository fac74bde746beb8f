// The documents the PIN is asked for, each with the digest that will be signed.
import { useTranslation } from 'react-i18next';
import type { PinDescription } from '../../../core/contract/pin.ts';
import { groupDigest, shortDigest } from '../../base/format.ts';
import classes from './pin.module.css';

export function DocumentList({ documents }: Pick<PinDescription, 'documents'>) {
  const { t } = useTranslation('pin');
  return (
    <ul className={classes['documents']} tabIndex={documents.length > 2 ? 0 : undefined}>
      {documents.map((document, index) => (
        <li key={`${document.sha256} ${String(index)}`}>
          <span className={classes['name']}>{document.name}</span>
          <details className={classes['digest']}>
            <summary>
              {t('digest')} {shortDigest(document.sha256)}
            </summary>
            <span data-testid="digest">{groupDigest(document.sha256)}</span>
          </details>
        </li>
      ))}
    </ul>
  );
}
