// From one change to the next, by a button or a key; the first is gone to without being asked for.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon } from '@mantine/core';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { ChevronDownIcon, ChevronUpIcon } from '../../components/icons.tsx';
import type { ChangedPlace, ChangedPlaces } from './use-changed-places.ts';
import marks from './marks.module.css';
import classes from './change-walk.module.css';

interface Props {
  readonly found: ChangedPlaces;
  readonly onPlace: (place: ChangedPlace) => void;
}

export function ChangeWalk({ found, onPlace }: Props) {
  const { t, i18n } = useTranslation('verify');
  const { places, looked, done, more, undrawn } = found;
  const [gone, setGone] = useState<number | null>(null);
  // Compared anew, there is nothing yet where one was.
  const at = gone !== null && gone < places.length ? gone : null;
  const number = (value: number): string => formatNumber(value, languageOf(i18n.language));
  const told = (index: number): string =>
    t('walk.at', {
      n: number(index + 1),
      total: number(places.length),
      page: number(places[index]?.page ?? 0),
    });
  const goTo = (index: number): void => {
    const place = places[index];
    if (place === undefined) return;
    setGone(index);
    onPlace(place);
    announce(`${told(index)}. ${t(`marks.legend.${place.permitted ? 'permitted' : 'changed'}`)}`);
  };

  // What was not permitted is what one came for; what was comes first only where there is nothing else.
  const first = places.findIndex(({ permitted }) => !permitted);
  const start = first === -1 && done && places.length > 0 ? 0 : first;
  const lead = useRef(goTo);
  useEffect(() => {
    lead.current = goTo;
  });
  const started = useRef(false);
  useEffect(() => {
    if (start === -1 || started.current) return;
    started.current = true;
    lead.current(start);
  }, [start]);

  const kinds = (['changed', 'permitted'] as const).filter((kind) =>
    places.some(({ permitted }) => permitted === (kind === 'permitted')),
  );
  return (
    <div className={classes['walk']} data-testid="change-walk" data-done={done}>
      <div className={classes['steps']}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('walk.previous')}
          title={t('walk.previous')}
          disabled={at === null || at === 0}
          onClick={() => goTo((at ?? 0) - 1)}
        >
          <ChevronUpIcon />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('walk.next')}
          title={t('walk.next')}
          disabled={at === null ? places.length === 0 : at >= places.length - 1}
          onClick={() => goTo(at === null ? 0 : at + 1)}
        >
          <ChevronDownIcon />
        </ActionIcon>
        <span>
          {at !== null && <strong>{told(at)}</strong>}
          {at === null && done && t(more || undrawn > 0 ? 'walk.noneSoFar' : 'walk.none')}
          {!done && (
            <span className={classes['looking']}>
              {t('walk.looking', { page: number(looked + 1) })}
            </span>
          )}
        </span>
      </div>
      {kinds.length > 0 && (
        <ul className={marks['legend']}>
          {kinds.map((kind) => (
            <li key={kind}>
              <span className={marks[kind]} aria-hidden="true" />
              <span>{t(`marks.legend.${kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {undrawn > 0 && <p>{t('walk.undrawn', { pages: number(undrawn) })}</p>}
      {more && places.length > 0 && done && <p>{t('walk.more')}</p>}
    </div>
  );
}
