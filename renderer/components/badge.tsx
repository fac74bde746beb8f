// A short word with an icon and a tone; the word carries the meaning, the colour only helps.
import type { ReactNode } from 'react';
import { AlertIcon, CheckIcon, CrossIcon, UncertainIcon } from './icons.tsx';
import classes from './components.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'plain';

const ICONS = { ok: CheckIcon, warn: AlertIcon, bad: CrossIcon, plain: UncertainIcon } as const;

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Icon size={14} />
      {children}
    </span>
  );
}
