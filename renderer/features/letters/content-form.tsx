// What the letter says. Kept as far as it is known; what is empty becomes a dotted line. The NIK goes to main and does
// not come back whole.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import {
  APPLICATION_FIELDS,
  APPLICATION_RULES,
  type ApplicationField,
} from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly shown: ShownLetter;
}

const LONG: readonly ApplicationField[] = [
  ...(['problem.narrative', 'problem.done', 'complaint.narrative', 'complaint.wish'] as const),
];
/** The hint below the input: those side by side stay level, and an error moves neither. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  ...(['label', 'input', 'description', 'error'] as const),
];
const NIP = /^\d{18}$/;
const SHAPES: Readonly<Partial<Record<ApplicationField, RegExp>>> = {
  ...{ 'owner.nip': NIP, 'head.nip': NIP, 'superior.nip': NIP, 'officer.nip': NIP },
  ...{ 'owner.nik': /^\d{16}$/, 'owner.email': /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
  'request.sha256': /^[0-9a-f]{64}$/,
};
/** As the letter says them. */
const TYPES = ['individu', 'jabatan, wewenang, atau organisasi', 'Sistem Elektronik'];

/** Groups of the form, by the first part of a field's name. */
const GROUPS = {
  owner: ['owner'],
  about: ['request', 'certificate', 'agreement', 'problem', 'complaint', 'officer'],
  others: ['head', 'superior'],
  letter: ['authority', 'letter'],
} as const;

export function ContentForm({ letters, shown }: Props) {
  const { t } = useTranslation('letters');
  const { needed, optional } = APPLICATION_RULES[shown.kind];
  const names = APPLICATION_FIELDS.filter((name) => [...needed, ...optional].includes(name));
  const [told, setTold] = useState<Readonly<Partial<Record<ApplicationField, string>>>>(() =>
    Object.fromEntries(names.map((name) => [name, shown.told[name] ?? ''])),
  );
  const [tried, setTried] = useState(false);
  const isWrong = (name: ApplicationField): boolean => {
    const value = told[name]?.trim() ?? '';
    return value !== '' && SHAPES[name]?.test(value) === false;
  };
  const submit = async (): Promise<void> => {
    const next = await letters.ask('letters.tell', { letter: shown.letter, told });
    if (next === null) return;
    setTold((before) => ({ ...before, ...(names.includes('owner.nik') && { 'owner.nik': '' }) }));
    letters.update(next);
    announce(t('content.kept'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!names.some(isWrong)) void submit();
  };
  const field = (name: ApplicationField) => {
    const common = {
      inputWrapperOrder: ORDER,
      label: t(`fields.${name}`),
      description: hint(name),
      value: told[name] ?? '',
      error: tried && isWrong(name) && t('content.wrong'),
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setTold((before) => ({ ...before, [name]: value }));
      },
    };
    if (name === 'certificate.type')
      return <NativeSelect key={name} {...common} data={['', ...TYPES]} />;
    const long = { className: classes['whole'] ?? '', maxLength: 4000, minRows: 3 };
    if (LONG.includes(name)) return <Textarea key={name} {...common} {...long} autosize />;
    return <TextInput key={name} {...common} maxLength={200} autoComplete="off" />;
  };
  const hint = (name: ApplicationField): string | undefined => {
    if (name === 'owner.nik' && shown.nikMasked !== '')
      return t('content.nikKept', { masked: shown.nikMasked });
    if (name === 'request.sha256') return t('content.requestHint');
    return optional.includes(name) ? t('content.optional') : undefined;
  };
  const first = shown.state === 'draft' && shown.missing.fields.length > 0;
  return (
    <form className={classes['card']} aria-labelledby="letter-content" onSubmit={onSubmit}>
      <h2 id="letter-content">{t('content.title')}</h2>
      <p className={classes['hint']}>{t('content.text')}</p>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
        const parts: readonly string[] = GROUPS[group];
        const mine = names.filter((name) => parts.includes(name.split('.')[0] ?? ''));
        if (mine.length === 0) return null;
        return (
          <fieldset key={group} className={classes['group']}>
            <legend className={classes['legend']}>{t(`content.groups.${group}`)}</legend>
            <div className={classes['fields']}>{mine.map(field)}</div>
          </fieldset>
        );
      })}
      <div>
        <Button type="submit" variant={first ? 'filled' : 'default'} disabled={letters.busy}>
          {t('content.keep')}
        </Button>
      </div>
    </form>
  );
}
