// Taking a report back, and deleting it: each in a step of its own, and with what it means said before.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, TextInput } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly shown: ShownCase;
}

export function Closing(props: Props) {
  const { shown } = props;
  return (
    <div className={classes['stack']}>
      {shown.state !== 'withdrawn' && shown.state !== 'revoked' && <TakeBack {...props} />}
      <Delete {...props} />
    </div>
  );
}

function TakeBack({ lost, shown }: Props) {
  const { t } = useTranslation('lostKey');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    const done = await lost.ask('lostKey.takeBack', { case: shown.case, why: why.trim() });
    if (done === null) return;
    lost.update(done.case);
    announce(t(done.tellAuthority ? 'done.tellAuthority' : 'states.withdrawn'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (why.trim() !== '') void submit();
  };
  return (
    <form className={classes['stack']} aria-labelledby="lost-take-back" onSubmit={onSubmit}>
      <h3 id="lost-take-back">{t('done.takeBack')}</h3>
      <p className={classes['hint']}>{t('done.takeBackText')}</p>
      {['sent', 'received', 'accepted', 'rejected'].includes(shown.state) && (
        <p className={classes['note']}>{t('done.tellAuthority')}</p>
      )}
      <TextInput
        label={t('done.why')}
        value={why}
        maxLength={200}
        error={tried && why.trim() === '' && t('done.whyMissing')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" size="sm" disabled={lost.busy}>
          {t('done.takeBackDo')}
        </Button>
      </div>
    </form>
  );
}

function Delete({ lost, shown }: Props) {
  const { t } = useTranslation('lostKey');
  const [unsent, setUnsent] = useState(false);
  const isUnsent = shown.state === 'queued';
  const remove = async (): Promise<void> => {
    const done = await lost.ask('lostKey.delete', { case: shown.case, unsent });
    if (done === null) return;
    lost.go({ kind: 'deleted', proof: done });
    await lost.refresh();
  };
  return (
    <section className={classes['stack']} aria-labelledby="lost-delete">
      <h3 id="lost-delete">{t('done.delete')}</h3>
      <p className={classes['hint']}>{t('done.deleteText')}</p>
      {isUnsent && (
        <Checkbox
          label={t('done.deleteUnsent')}
          checked={unsent}
          onChange={(event) => setUnsent(event.currentTarget.checked)}
        />
      )}
      <div>
        <Button
          variant="default"
          size="sm"
          className={classes['harm'] ?? ''}
          disabled={lost.busy || (isUnsent && !unsent)}
          onClick={() => void remove()}
        >
          {t('done.deleteDo')}
        </Button>
      </div>
    </section>
  );
}
