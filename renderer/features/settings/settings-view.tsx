// Language, zone, position and look: each takes effect when it is chosen.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedControl, TextInput } from '@mantine/core';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { LANGUAGES } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { AnchorsCard } from './anchors-card.tsx';
import { MarkCard } from './mark-card.tsx';
import { PolicyCard } from './policy-card.tsx';
import { PracticeCard } from './practice-card.tsx';
import { Secrets } from './secrets.tsx';
import { StampCard } from './stamp-card.tsx';
import { Timestamps } from './timestamps.tsx';
import { usePolicy } from './use-policy.ts';
import classes from './settings.module.css';

interface Props {
  readonly settings: Settings;
  readonly failure: Failure | null;
  /** The person came here to choose the mark. */
  readonly toMark: boolean;
  readonly onPractice: () => void;
  readonly onChange: (part: Partial<Settings>) => Promise<void>;
}

const ZONES = ['WIB', 'WITA', 'WIT'] as const;
const SCHEMES = ['auto', 'light', 'dark'] as const;

export function SettingsView({ settings, failure, toMark, onPractice, onChange }: Props) {
  const { t } = useTranslation('settings');
  const state = usePolicy();
  /** Another number: the keychain holds something else. */
  const [round, setRound] = useState(0);
  const locked = (name: 'language' | 'zone'): string | undefined =>
    state.policy.locked.includes(name) ? t('policy.locked') : undefined;
  return (
    <div className={classes['settings']}>
      <ViewHeader title={t('title')} subtitle={t('subtitle')} />
      {failure !== null && <FailureNotice failure={failure} />}
      <PolicyCard {...state} />
      <div className={classes['card']}>
        <Row id="setting-language" label={t('language')} hint={locked('language')}>
          <Choice
            labelledBy="setting-language"
            disabled={locked('language') !== undefined}
            value={settings.language}
            options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onChange={(language) => void onChange({ language })}
          />
        </Row>
        <Row id="setting-zone" label={t('zone')} hint={locked('zone') ?? t('zoneHint')}>
          <Choice
            labelledBy="setting-zone"
            disabled={locked('zone') !== undefined}
            value={settings.zone}
            options={ZONES.map((value) => ({ value, label: t(`zones.${value}`) }))}
            onChange={(zone) => void onChange({ zone })}
          />
        </Row>
        <Row id="setting-position" label={t('position')} hint={t('positionHint')}>
          <Position
            value={settings.position}
            onChange={(position) => void onChange({ position })}
          />
        </Row>
        <Row id="setting-scheme" label={t('colorScheme')}>
          <Choice
            labelledBy="setting-scheme"
            value={settings.colorScheme}
            options={SCHEMES.map((value) => ({ value, label: t(`colorSchemes.${value}`) }))}
            onChange={(colorScheme) => void onChange({ colorScheme })}
          />
        </Row>
      </div>
      <StampCard />
      <Timestamps
        zone={settings.zone}
        locked={state.policy.locked.includes('tsa')}
        onSecret={() => setRound(round + 1)}
      />
      <PracticeCard locked={state.policy.locked.includes('practice')} onPractice={onPractice} />
      <MarkCard wanted={toMark} />
      <AnchorsCard zone={settings.zone} locked={state.policy.locked.includes('anchors')} />
      <Secrets
        key={round}
        zone={settings.zone}
        locked={state.policy.locked.includes('storeSecrets')}
      />
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

function Row({ id, label, hint, children }: RowProps) {
  return (
    <div className={classes['row']}>
      <div>
        <h2 id={id}>{label}</h2>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={classes['hint']}>
            {hint}
          </p>
        )}
      </div>
      <div>{children}</div>
    </div>
  );
}

interface ChoiceProps<V extends string> {
  readonly labelledBy: string;
  readonly value: V;
  readonly options: { readonly value: V; readonly label: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

function Choice<V extends string>({
  labelledBy,
  value,
  options,
  disabled = false,
  onChange,
}: ChoiceProps<V>) {
  return (
    <SegmentedControl
      className={classes['choice'] ?? ''}
      aria-labelledby={labelledBy}
      value={value}
      disabled={disabled}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    />
  );
}

function Position({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const commit = (): void => {
    const trimmed = text.trim();
    if (trimmed !== value) onChange(trimmed);
  };
  return (
    <TextInput
      aria-labelledby="setting-position"
      aria-describedby="setting-position-hint"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
