// Names and values in two columns: who, when, by whom.
import type { ReactNode } from 'react';
import classes from './components.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly code?: boolean;
}

export function Facts({
  facts,
  dense = false,
}: {
  readonly facts: readonly Fact[];
  readonly dense?: boolean;
}) {
  return (
    <dl className={classes['facts']} data-dense={dense || undefined}>
      {facts.map((fact) => (
        <div key={fact.name} className={classes['fact']}>
          <dt>{fact.name}</dt>
          <dd className={fact.code === true ? classes['codeValue'] : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
