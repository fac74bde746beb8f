// The head of a view: its title takes the focus when the view opens, so that nobody is left behind.
import { useEffect, useRef, type ReactNode } from 'react';
import { setWindowTitle } from '../base/practice.ts';
import classes from './components.module.css';

interface Props {
  readonly title: string;
  readonly subtitle?: string;
  readonly actions?: ReactNode;
}

export function ViewHeader({ title, subtitle, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    setWindowTitle(`${title} · Pena`);
  }, [title]);
  return (
    <header className={classes['header']}>
      <div className={classes['headerText']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {subtitle !== undefined && <p className={classes['subtitle']}>{subtitle}</p>}
      </div>
      {actions !== undefined && <div className={classes['headerActions']}>{actions}</div>}
    </header>
  );
}
