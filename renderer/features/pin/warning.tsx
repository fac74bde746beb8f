// A sentence that has to be read before going on.
import type { ReactNode } from 'react';
import { AlertIcon, FailedIcon } from '../../components/icons.tsx';
import classes from './pin.module.css';

interface Props {
  readonly tone: 'warn' | 'bad';
  readonly children: ReactNode;
}

export function Warning({ tone, children }: Props) {
  const Icon = tone === 'bad' ? FailedIcon : AlertIcon;
  return (
    <div className={classes['warning']} data-tone={tone} role="alert">
      <Icon size={20} />
      <div>{children}</div>
    </div>
  );
}
