// What has to be chosen before signing, and the one filled button that starts it.
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SegmentedControl, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { CertificateChoice } from '../../../core/contract/token.ts';
import type { StampDesignChoice, StampSpot, WaitingField } from '../../../core/contract/signing.ts';
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import type { PageGeometry, Rectangle } from '../../viewer/page-geometry.ts';
import { CertificatePicker } from './certificate-picker.tsx';
import type { StampOwnerState } from '../../base/use-stamp-owner.ts';
import { FirstSignature } from '../../components/first-signature.tsx';
import { DesignField } from './design-field.tsx';
import { FindingsCard } from './findings-card.tsx';
import type { Trouble } from './free-rectangle.ts';
import { LevelField } from './level-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import { PlaceTrouble } from './place-trouble.tsx';
import { effectiveWay } from './placing.ts';
import { placeIsValid, type SignForm } from './sign-form.ts';
import type { RunState } from './signing-run.ts';
import type { Designs } from './use-designs.ts';
import { mayStart, type LookOver } from './use-look-over.ts';
import { WayFields } from './way-fields.tsx';
import classes from './sign.module.css';

interface Props {
  readonly form: UseFormReturnType<SignForm>;
  readonly values: SignForm;
  readonly geometry: PageGeometry | null;
  readonly pageCount: number;
  readonly seenPage: number;
  readonly choice: CertificateChoice | null;
  readonly tokens: TokensState;
  readonly previewFailure: Failure | null;
  readonly level: BaselineLevel;
  readonly canStamp: boolean | null;
  readonly designs: Designs;
  readonly owner: StampOwnerState;
  /** Nobody has signed the document yet. */
  readonly first: boolean;
  readonly onDesign: (design: StampDesignChoice) => void;
  readonly lookOver: LookOver;
  /** Null until known. */
  readonly fields: readonly WaitingField[] | null;
  /** Of the tag, where main found it. */
  readonly found: StampSpot | null;
  readonly onSettings: () => void;
  readonly run: RunState;
  /** Asks for the owner's password of an encrypted document. */
  readonly onOwner: () => void;
  readonly onPlace: (rect: Rectangle) => void;
  readonly onPage: (page: number) => void;
  /** What the stamp lies on, and the nearest place where it lies on nothing. */
  readonly trouble: Trouble | null;
  readonly findFree: () => Rectangle | null;
  readonly onTokens: () => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

const ZONES = ['WIB', 'WITA', 'WIT'] as const;

export function SignPanel(props: Props) {
  const { form, values, geometry, choice, tokens, previewFailure, run } = props;
  const { t } = useTranslation(['sign', 'common']);
  const { fields, found } = props;
  const valid = placeIsValid(values, { geometry, fields, found });
  const free = fields !== null && effectiveWay(values, fields) === 'free';
  const ready = choice !== null && valid && mayStart(props.lookOver, values.warningsSeen);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready) props.onStart();
  };
  return (
    <form
      className={classes['panel']}
      aria-label={t('panel')}
      data-landmark
      tabIndex={-1}
      onSubmit={onSubmit}
    >
      <div className={classes['panelBody']}>
        <h2>{t('panel')}</h2>
        <RunNotice run={run} onOwner={props.onOwner} />
        <FindingsCard
          lookOver={props.lookOver}
          seen={values.warningsSeen}
          onSeen={(seen) => form.setFieldValue('warningsSeen', seen)}
        />
        <CertificatePicker
          tokens={tokens}
          chosen={choice?.certificate ?? null}
          zone={values.zone}
          onChoose={(certificate) => form.setFieldValue('certificate', certificate)}
          onTokens={props.onTokens}
        />
        <Switch
          label={t('visible')}
          description={values.visible ? undefined : t('visibleHint')}
          checked={values.visible}
          onChange={(event) => form.setFieldValue('visible', event.currentTarget.checked)}
        />
        {values.visible && (
          <DesignField
            designs={props.designs}
            chosen={values.design}
            onChoose={props.onDesign}
            owner={props.owner}
          />
        )}
        {fields !== null && (
          <WayFields
            placing={values}
            fields={fields}
            found={found}
            onChange={(part) => {
              if (part.tagSize !== undefined) form.setFieldValue('sized', true);
              form.setValues(part);
            }}
          />
        )}
        {values.visible && free && values.rect !== null && (
          <PlaceFields
            rect={values.rect}
            page={values.page}
            pageCount={props.pageCount}
            seenPage={props.seenPage}
            geometry={geometry}
            valid={valid || geometry === null}
            onPlace={props.onPlace}
            onPage={props.onPage}
          />
        )}
        {values.visible && free && (
          <PlaceTrouble trouble={props.trouble} findFree={props.findFree} onPlace={props.onPlace} />
        )}
        {values.visible && previewFailure !== null && (
          <FailureNotice failure={previewFailure} tone="warn" />
        )}
        {values.visible && (
          <>
            <TextInput
              label={t('position')}
              description={t('positionHint')}
              maxLength={200}
              {...form.getInputProps('position')}
            />
            <div>
              <span id="zone-label" className={classes['label']}>
                {t('zone')}
              </span>
              <SegmentedControl
                fullWidth
                aria-labelledby="zone-label"
                value={values.zone}
                data={[...ZONES]}
                onChange={(name) => {
                  const zone = ZONES.find((candidate) => candidate === name);
                  if (zone !== undefined) form.setFieldValue('zone', zone);
                }}
              />
            </div>
          </>
        )}
        <LevelField
          level={props.level}
          canStamp={props.canStamp}
          onChoose={(level) => form.setFieldValue('level', level)}
          onSettings={props.onSettings}
        />
        <Disclosure summary={t('more')}>
          <div className={classes['stack']}>
            <TextInput label={t('reason')} maxLength={200} {...form.getInputProps('reason')} />
            <TextInput label={t('location')} maxLength={200} {...form.getInputProps('location')} />
            {props.first && (
              <FirstSignature
                footers={props.designs.footers}
                footer={values.footer}
                certification={values.certification}
                onChange={(part) => form.setValues(part)}
              />
            )}
          </div>
        </Disclosure>
      </div>
      <div className={classes['panelFoot']}>
        <div className={classes['buttons']}>
          <Button type="submit" className={classes['grow'] ?? ''} disabled={!ready}>
            {t('start')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('common:cancel')}
          </Button>
        </div>
        <p className={classes['hint']}>{t('note')}</p>
      </div>
    </form>
  );
}

function RunNotice({ run, onOwner }: Pick<Props, 'run' | 'onOwner'>) {
  const { t } = useTranslation('sign');
  if (run.kind === 'cancelled') {
    return <p className={classes['cancelled']}>{t('progress.cancelled')}</p>;
  }
  if (run.kind !== 'failed') return null;
  return (
    <FailureNotice failure={run.failure} title={t('failed.title')}>
      <p className={classes['hint']}>{t('failed.safe')}</p>
      {run.failure.code === 'PDF_PERMISSION_DENIED' && (
        <Button variant="default" size="sm" onClick={onOwner}>
          {t('failed.owner')}
        </Button>
      )}
    </FailureNotice>
  );
}
