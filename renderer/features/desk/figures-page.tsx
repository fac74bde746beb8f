// The year's figures for the Dinas: chosen exports counted, shown, and saved as a table or a letter.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea, TextInput } from '@mantine/core';
import type { ShownFigures } from '../../../core/contract/desk-figures.ts';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const ROWS = ['signed', 'refused', 'certificates', 'reportedLost', 'records', 'journals'] as const;
const FIELDS = [
  ...(['number', 'place', 'city', 'province'] as const),
  ...(['signerName', 'signerPosition', 'signerNip'] as const),
] as const;
type Told = Readonly<Record<(typeof FIELDS)[number] | 'remarks', string>>;
const EMPTY: Told = {
  ...{ number: '', place: '', city: '', province: '' },
  ...{ signerName: '', signerPosition: '', signerNip: '', remarks: '' },
};

export function FiguresPage({ desk }: { readonly desk: Desk }) {
  const { t, i18n } = useTranslation('deskFigures');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [problem, setProblem] = useState(false);
  const [figures, setFigures] = useState<ShownFigures | null>(null);
  const language = languageOf(i18n.language);
  const count = async (): Promise<void> => {
    const wrong = !/^20\d\d$/.test(year.trim());
    setProblem(wrong);
    if (wrong) return;
    const next = await desk.ask('desk.countFigures', { year: Number(year) });
    if (next !== null) setFigures(next);
  };
  const save = async (): Promise<void> => {
    const done = await desk.ask('desk.saveFigures', {});
    if (done?.saved === true) announce(t('saved'));
  };
  return (
    <>
      <section className={classes['card']} aria-labelledby="desk-figures">
        <h2 id="desk-figures">{t('title')}</h2>
        <p className={classes['hint']}>{t('text')}</p>
        <div className={classes['tools']}>
          <TextInput
            label={t('year')}
            value={year}
            maxLength={4}
            inputMode="numeric"
            error={problem ? t('yearWrong') : undefined}
            onChange={(event) => setYear(event.currentTarget.value)}
          />
          <Button disabled={desk.busy} onClick={() => void count()}>
            {t('choose')}
          </Button>
        </div>
      </section>
      {figures !== null && (
        <section
          className={classes['card']}
          aria-labelledby="desk-figures-counted"
          data-testid="desk-figures"
        >
          <h2 id="desk-figures-counted">{t('of', { year: String(figures.year) })}</h2>
          <Facts
            facts={ROWS.map((name) => ({
              name: t(`rows.${name}`),
              value: formatNumber(figures[name], language),
            }))}
          />
          <p className={classes['hint']}>{t('disguised')}</p>
          <div>
            <Button variant="default" disabled={desk.busy} onClick={() => void save()}>
              {t('saveTable')}
            </Button>
          </div>
          <LetterForm desk={desk} />
        </section>
      )}
    </>
  );
}

function LetterForm({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('deskFigures');
  const [told, setTold] = useState<Told>(EMPTY);
  const write = async (): Promise<void> => {
    const done = await desk.ask('desk.writeFigures', told);
    if (done?.saved === true) announce(t('written'));
  };
  return (
    <Disclosure summary={t('letter')}>
      <div className={classes['stack']}>
        <p className={classes['hint']}>{t('letterText')}</p>
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={t(`fields.${name}`)}
            value={told[name]}
            maxLength={200}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTold((before) => ({ ...before, [name]: value }));
            }}
          />
        ))}
        <Textarea
          label={t('fields.remarks')}
          value={told.remarks}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTold((before) => ({ ...before, remarks: value }));
          }}
        />
        <div>
          <Button variant="default" disabled={desk.busy} onClick={() => void write()}>
            {t('writeLetter')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
