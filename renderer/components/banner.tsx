// How far something has come: in a word, and below it in sentences.
import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import classes from './banner.module.css';

interface Props {
  readonly tone: Tone;
  readonly state: string;
  /** What the state is one of, for a screen reader. */
  readonly name: string;
  readonly testId: string;
  readonly icon: ReactElement;
  readonly title: string;
  readonly children: ReactNode;
}

export function Banner({ tone, state, name, testId, icon, title, children }: Props) {
  return (
    <section
      className={classes['banner']}
      data-tone={tone}
      data-state={state}
      data-testid={testId}
      aria-label={name}
    >
      <span className={classes['icon']}>{icon}</span>
      <div>
        <p className={classes['title']}>{title}</p>
        {children}
      </div>
    </section>
  );
}
