// One click deeper: the platform's own disclosure, which keyboards and screen readers know.
import type { ReactNode } from 'react';
import { ChevronRightIcon } from './icons.tsx';
import classes from './components.module.css';

interface Props {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean;
}

export function Disclosure({ summary, children, open = false }: Props) {
  return (
    <details className={classes['disclosure']} open={open}>
      <summary>
        <ChevronRightIcon size={16} />
        {summary}
      </summary>
      <div className={classes['disclosureBody']}>{children}</div>
    </details>
  );
}
