// What the statement says of its owner and of the superior. The NIK goes to main and does not come back whole.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextInput } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { isNip } from './loss-form.ts';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly shown: ShownCase;
}

const FIELDS = [
  'nik',
  'rank',
  'position',
  'unit',
  'superiorName',
  'superiorNip',
  'superiorPosition',
  'letterNumber',
] as const;
type Name = (typeof FIELDS)[number];

export function PeopleForm({ lost, shown }: Props) {
  const { t } = useTranslation('lostKey');
  const { nikMasked, rank, position, unit, superiorName, superiorNip, superiorPosition } =
    shown.people;
  const { letterNumber } = shown.people;
  const [told, setTold] = useState<Readonly<Record<Name, string>>>({
    ...{ nik: '', rank, position, unit, superiorName, superiorNip, superiorPosition },
    letterNumber,
  });
  const [tried, setTried] = useState(false);
  const isWrong = (name: Name): boolean =>
    told[name] !== '' &&
    ((name === 'nik' && !/^\d{16}$/.test(told.nik)) ||
      (name === 'superiorNip' && !isNip(told.superiorNip)));
  const submit = async (): Promise<void> => {
    const next = await lost.ask('lostKey.people', { case: shown.case, ...told });
    if (next === null) return;
    setTold((before) => ({ ...before, nik: '' }));
    lost.update(next);
    announce(t('papers.peopleKept'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isWrong('nik') && !isWrong('superiorNip')) void submit();
  };
  const hint = nikMasked === '' ? t('papers.nikHint') : t('papers.nikKept', { masked: nikMasked });
  return (
    <form aria-label={t('papers.people')} className={classes['stack']} onSubmit={onSubmit}>
      <div className={classes['fields']}>
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            className={name === 'nik' ? (classes['wide'] ?? '') : ''}
            label={t(`papers.${name}`)}
            description={name === 'nik' ? hint : undefined}
            value={told[name]}
            maxLength={200}
            autoComplete="off"
            error={tried && isWrong(name) && t('papers.wrong')}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTold((before) => ({ ...before, [name]: value }));
            }}
          />
        ))}
      </div>
      <div>
        <Button type="submit" variant="default" disabled={lost.busy}>
          {t('papers.keepPeople')}
        </Button>
      </div>
    </form>
  );
}
