// How a token's PIN and PUK stand, and the way to a new PIN. Nothing is typed here: that is for the window
// for secrets. Read on demand, for it ends the token's login.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure, TokenHandle } from '../../../core/contract/shapes.ts';
import type { ShownPinFacts } from '../../../core/contract/token-pin.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { Facts } from '../../components/facts.tsx';
import { ChevronRightIcon, PassedIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { Authority } from './authority.tsx';
import classes from './pin-panel.module.css';

interface Props {
  readonly token: TokenHandle;
  readonly label: string;
  /** After a try, whatever became of it. */
  readonly onPin: () => void;
}

type How = 'change' | 'unblock';

export function PinPanel({ token, label, onPin }: Props) {
  const { t } = useTranslation('tokens');
  const region = useId();
  const [open, setOpen] = useState(false);
  const [facts, setFacts] = useState<ShownPinFacts | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  const read = async (): Promise<void> => {
    const answer = await pena().call('token.pinFacts', { token });
    if (answer.ok) setFacts(answer.value);
    else setFailure(answer.error);
  };
  const toggle = (): void => {
    setOpen(!open);
    setFailure(null);
    setDone([]);
    if (!open) void read();
  };
  const set = async (how: How): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setDone([]);
    const answer = await pena().call('token.setPin', { token, how });
    setBusy(false);
    if (answer.ok) {
      setFacts(answer.value.facts);
      const told: string[] = [t(how === 'change' ? 'pinLife.changed' : 'pinLife.unblocked')];
      if (answer.value.forgotten > 0) told.push(t('pinLife.forgotten'));
      setDone(told);
      announce(told.join(' '));
    } else if (answer.error.code === 'CANCELLED') {
      announce(t('pinLife.cancelled'));
      return;
    } else {
      setFailure(answer.error);
      await read();
    }
    onPin();
  };

  return (
    <div className={classes['panel']}>
      <button
        type="button"
        className={classes['toggle']}
        aria-expanded={open}
        aria-controls={region}
        aria-label={t('pinLife.openOf', { label })}
        onClick={toggle}
      >
        <ChevronRightIcon size={16} />
        {t('pinLife.open')}
      </button>
      <div id={region} className={classes['body']} hidden={!open} data-testid="pin-panel">
        {facts === null && failure === null && <p role="status">{t('pinLife.reading')}</p>}
        {facts !== null && <State facts={facts} busy={busy} onSet={(how) => void set(how)} />}
        {done.length > 0 && (
          <p className={classes['done']}>
            <PassedIcon size={18} /> {done.join(' ')}
          </p>
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        {facts !== null && (facts.pinState !== 'ok' || failure !== null || !facts.pinSet) && (
          <Authority authority={facts.authority} />
        )}
      </div>
    </div>
  );
}

interface StateProps {
  readonly facts: ShownPinFacts;
  readonly busy: boolean;
  readonly onSet: (how: How) => void;
}

function State({ facts, busy, onSet }: StateProps) {
  const { t } = useTranslation('tokens');
  const { pinState, pukState, pinSet, pinToBeChanged, minLength, maxLength } = facts;
  const pin = [
    ...(pinToBeChanged ? [t('pinLife.toBeChanged')] : []),
    ...(pinToBeChanged && pinState === 'ok' ? [] : [t(`pinLife.states.${pinState}`)]),
  ].join('; ');
  // The one step that helps now is the filled one.
  const mustUnblock = pinState === 'locked' || !pinSet;
  return (
    <>
      <Facts
        dense
        facts={[
          { name: t('pinLife.pin'), value: pinSet ? pin : t('pinLife.notSet') },
          { name: t('pinLife.puk'), value: t(`pinLife.states.${pukState}`) },
          { name: t('pinLife.length'), value: t('pinLife.lengthText', { minLength, maxLength }) },
        ]}
      />
      {pukState === 'locked' && <p className={classes['warning']}>{t('pinLife.pukLocked')}</p>}
      <div className={classes['buttons']}>
        <Button
          variant={pinToBeChanged && !mustUnblock ? 'filled' : 'default'}
          disabled={busy || mustUnblock}
          onClick={() => onSet('change')}
        >
          {t('pinLife.change')}
        </Button>
        <Button
          variant={mustUnblock && pukState !== 'locked' ? 'filled' : 'default'}
          disabled={busy || pukState === 'locked'}
          onClick={() => onSet('unblock')}
        >
          {t('pinLife.unblock')}
        </Button>
      </div>
    </>
  );
}
