// How the documents are to be signed: certificate, stamp, level; a sealed batch brings most of it along.
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ChosenBatch } from '../../../core/contract/batch.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import type { CertificateChoice } from '../../../core/contract/token.ts';
import { BASELINE_LEVELS } from '../../../core/domain/signature-level.ts';
import { languageOf } from '../../base/i18n.ts';
import { useStampOwner } from '../../base/use-stamp-owner.ts';
import { FirstSignature } from '../../components/first-signature.tsx';
import { SkippedDesigns } from '../../components/skipped-designs.tsx';
import { SpecimenButton } from '../../components/specimen-button.tsx';
import { fieldOf, PLACES, type Rules, stampOf } from './rules.ts';
import type { ReviewWish } from './use-batch.ts';
import type { BatchOptions } from './use-batch-options.ts';
import classes from './batch.module.css';

interface Props {
  readonly chosen: ChosenBatch;
  readonly settings: Settings;
  readonly certificates: readonly CertificateChoice[];
  readonly rules: Rules;
  readonly options: BatchOptions;
  readonly busy: boolean;
  /** Then the next step is the signing, and not another review. */
  readonly reviewed: boolean;
  readonly onRules: (part: Partial<Rules>) => void;
  readonly onReview: (wish: ReviewWish) => void;
  readonly onTokens: () => void;
}

type TextRule = 'page' | 'tag' | 'field' | 'x' | 'y' | 'width' | 'height';

export function RulesForm(props: Props) {
  const { chosen, settings, certificates, rules, busy, onRules: set, onReview, onTokens } = props;
  const { t, i18n } = useTranslation(['batch', 'sign']);
  const language = languageOf(i18n.language);
  const { designs, footers, skipped, canStamp } = props.options;
  const owner = useStampOwner();
  const { level } = rules;
  const usable = certificates.filter(
    ({ refusal, pinState }) => refusal === null && pinState !== 'locked',
  );
  const certificate = usable.find((one) => one.certificate === rules.certificate) ?? usable[0];
  const sealed = chosen.sealed !== null;
  const stamp = sealed ? null : stampOf(rules, settings.position);
  const text = (name: TextRule, label: string) => (
    <TextInput
      label={label}
      value={rules[name]}
      maxLength={name === 'field' ? 200 : 16}
      spellCheck={false}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (certificate === undefined || stamp === undefined) return;
    onReview({
      ...{ certificate: certificate.certificate, stamp, zone: settings.zone },
      field: sealed ? null : fieldOf(rules),
      ...{ reason: rules.reason.trim(), location: rules.location.trim() },
      level: canStamp ? (level ?? 'B-T') : 'B-B',
      ...{ footer: rules.footer, certification: rules.certification },
    });
  };
  return (
    <form className={classes['card']} aria-labelledby="batch-rules" onSubmit={submit}>
      <h2 id="batch-rules">{t('rules.title')}</h2>
      {certificate === undefined ? (
        <div className={classes['row']}>
          <p>{t('rules.noCertificate')}</p>
          <Button variant="default" onClick={onTokens}>
            {t('sign:certificate.seeTokens')}
          </Button>
        </div>
      ) : (
        <NativeSelect
          label={t('rules.certificate')}
          value={certificate.certificate}
          data={usable.map((one) => ({
            value: one.certificate,
            label: `${one.name} · ${one.tokenLabel}`,
          }))}
          onChange={(event) => set({ certificate: event.currentTarget.value })}
        />
      )}
      {!sealed && (
        <>
          <div className={classes['fields']}>
            <NativeSelect
              label={t('rules.stamp')}
              value={rules.place}
              data={PLACES.map((value) => ({ value, label: t(`rules.${value}`) }))}
              onChange={(event) => {
                const place = PLACES.find((one) => one === event.currentTarget.value);
                if (place !== undefined) set({ place });
              }}
            />
            {rules.place === 'page' && text('page', t('rules.pageNumber'))}
            {rules.place === 'tag' && text('tag', t('rules.tagText'))}
            {rules.place === 'field' && text('field', t('rules.fieldName'))}
            {rules.place !== 'none' && designs.length > 1 && (
              <NativeSelect
                label={t('rules.design')}
                value={rules.design ?? ''}
                data={[
                  { value: '', label: t('sign:designStandard') },
                  ...designs
                    .filter(({ id }) => id !== 'standar')
                    .map(({ id, title }) => ({ value: id, label: title[language] })),
                ]}
                onChange={(event) => set({ design: event.currentTarget.value || null })}
              />
            )}
            <NativeSelect
              label={t('rules.level')}
              value={canStamp ? (level ?? 'B-T') : 'B-B'}
              data={BASELINE_LEVELS.map((value) => ({
                ...{ value, label: t(`sign:level.${value}`) },
                disabled: value !== 'B-B' && !canStamp,
              }))}
              onChange={(event) => {
                const wanted = BASELINE_LEVELS.find((one) => one === event.currentTarget.value);
                if (wanted !== undefined) set({ level: wanted });
              }}
            />
          </div>
          {rules.place === 'tag' && (
            <Checkbox
              size="md"
              label={t('sign:place.tagNext')}
              checked={rules.tagNext}
              onChange={(event) => set({ tagNext: event.currentTarget.checked })}
            />
          )}
          {['last', 'first', 'page'].includes(rules.place) && (
            <Checkbox
              size="md"
              label={t('rules.free')}
              description={t('rules.freeHint')}
              checked={rules.free}
              onChange={(event) => set({ free: event.currentTarget.checked })}
            />
          )}
          {rules.place !== 'none' &&
            designs.some(({ id, specimen }) => id === rules.design && specimen) && (
              <SpecimenButton owner={owner} />
            )}
          {rules.place !== 'none' && <SkippedDesigns skipped={skipped} />}
          {!['none', 'field'].includes(rules.place) && (
            <fieldset className={classes['numbers']}>
              <legend>{t(rules.place === 'tag' ? 'rules.size' : 'rules.place')}</legend>
              {rules.place !== 'tag' && text('x', t('rules.x'))}
              {rules.place !== 'tag' && text('y', t('rules.y'))}
              {text('width', t('rules.width'))}
              {text('height', t('rules.height'))}
            </fieldset>
          )}
          <div className={classes['fields']}>
            <TextInput
              label={t('rules.reason')}
              value={rules.reason}
              maxLength={200}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
            <TextInput
              label={t('rules.location')}
              value={rules.location}
              maxLength={200}
              onChange={(event) => set({ location: event.currentTarget.value })}
            />
          </div>
          <div className={classes['fields']}>
            <FirstSignature
              footers={footers}
              footer={rules.footer}
              certification={rules.certification}
              onChange={set}
            />
          </div>
        </>
      )}
      <div className={classes['row']}>
        <Button
          type="submit"
          variant={props.reviewed ? 'default' : 'filled'}
          disabled={busy || certificate === undefined || stamp === undefined}
        >
          {t(busy ? 'reviewing' : 'review')}
        </Button>
      </div>
    </form>
  );
}
