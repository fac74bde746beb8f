// What would you like to write? By the time of a certificate's life; and the letters that are there.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import { APPLICATION_RULES, type ApplicationKind } from '../../../core/domain/application-kind.ts';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import { OwnLetters } from './own-letters.tsx';
import type { Letters } from './use-letters.ts';
import { useKnown } from './use-known.ts';
import classes from './letters.module.css';

const TIMES = {
  before: ['individual', 'position', 'system'],
  issued: ['agreement', 'receipt', 'duties'],
  during: ['renewal', 'problem', 'complaint'],
} as const satisfies Record<string, readonly ApplicationKind[]>;
/** Those that speak of a certificate that is there. */
const ABOUT: readonly ApplicationKind[] = ['receipt', 'renewal', 'problem'];

export function StartPage({ letters, zone }: { readonly letters: Letters; readonly zone: Zone }) {
  const { t, i18n } = useTranslation('letters');
  const known = useKnown();
  const [chosen, setChosen] = useState('');
  const begin = (kind: ApplicationKind): void => {
    const about = ABOUT.includes(kind) && chosen !== '' ? chosen : null;
    void letters.begin(kind, about);
  };
  return (
    <>
      <ViewHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {(Object.keys(TIMES) as (keyof typeof TIMES)[]).map((time) => (
            <section key={time} className={classes['card']} aria-labelledby={`letters-${time}`}>
              <h2 id={`letters-${time}`}>{t(`times.${time}`)}</h2>
              {time === 'during' && known.length > 0 && (
                <NativeSelect
                  className={classes['wide'] ?? ''}
                  label={t('about')}
                  description={t('aboutHint')}
                  value={chosen}
                  data={[
                    { value: '', label: t('aboutNone') },
                    ...known.map(({ sha256, name, notAfter }) => ({
                      value: sha256,
                      label: t('aboutOne', {
                        name,
                        date: formatDate(notAfter, zone, languageOf(i18n.language)),
                      }),
                    })),
                  ]}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                />
              )}
              <ul className={classes['list']}>
                {TIMES[time].map((kind) => (
                  <li key={kind} className={classes['row']}>
                    <div className={classes['grow']}>
                      <h3>{t(`kinds.${kind}`)}</h3>
                      <p className={classes['hint']}>
                        {t(`texts.${kind}`)}{' '}
                        {t('article', { article: APPLICATION_RULES[kind].article })}
                      </p>
                    </div>
                    <Button
                      variant="default"
                      size="sm"
                      disabled={letters.busy}
                      aria-label={t('beginOf', { name: t(`kinds.${kind}`) })}
                      onClick={() => begin(kind)}
                    >
                      {t('begin')}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <OwnLetters letters={letters} zone={zone} />
      </div>
    </>
  );
}
