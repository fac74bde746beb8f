// That nothing is left of what was kept: what there was, by the digests of its encrypted files.
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { groupDigest } from '../base/format.ts';
import { ViewHeader } from './view-header.tsx';
import classes from './page.module.css';

interface Props {
  readonly title: string;
  readonly testId: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly back: string;
  readonly onBack: () => void;
  /** What was deleted and when, above the digests. */
  readonly children: ReactNode;
}

export function NothingLeft({ title, testId, files, back, onBack, children }: Props) {
  return (
    <>
      <ViewHeader title={title} />
      <section className={classes['card']} aria-label={title} data-testid={testId}>
        {children}
        <ul className={classes['digests']}>
          {files.map(({ name, sha256 }) => (
            <li key={name}>{groupDigest(sha256)}</li>
          ))}
        </ul>
      </section>
      <div className={classes['buttons']}>
        <Button onClick={onBack}>{back}</Button>
      </div>
    </>
  );
}
