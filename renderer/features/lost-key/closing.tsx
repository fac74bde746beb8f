// Taking a report back, and deleting it: each in a step of its own, and with what it means said before.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, TextInput } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, formatNumber, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
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

type Proof = ResponseOf<MainContract['lostKey.delete']>;

function Delete({ lost, zone, shown }: Props) {
  const { t } = useTranslation('lostKey');
  const [unsent, setUnsent] = useState(false);
  const [proof, setProof] = useState<Proof | null>(null);
  const isUnsent = shown.state === 'queued';
  const remove = async (): Promise<void> => {
    const done = await lost.ask('lostKey.delete', { case: shown.case, unsent });
    if (done === null) return;
    setProof(done);
    announce(t('done.deleted'));
  };
  if (proof !== null) return <Proven proof={proof} lost={lost} zone={zone} />;
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

function Proven({ proof, lost, zone }: { readonly proof: Proof } & Pick<Props, 'lost' | 'zone'>) {
  const { t, i18n } = useTranslation('lostKey');
  const language = languageOf(i18n.language);
  const count = proof.files.length;
  const leave = async (): Promise<void> => {
    lost.go({ kind: 'start' });
    await lost.refresh();
  };
  return (
    <section className={classes['stack']} role="status" data-testid="lost-proof">
      <h3>{t('done.deleted')}</h3>
      <p>
        {t('done.deletedText', {
          ...{ count, formatted: formatNumber(count, language) },
          date: formatDateTime(proof.at, zone, language),
        })}
      </p>
      <p className={classes['hint']}>{t('done.proof')}</p>
      <ul className={classes['digests']}>
        {proof.files.map(({ name, sha256 }) => (
          <li key={name}>{groupDigest(sha256)}</li>
        ))}
      </ul>
      <div>
        <Button variant="default" size="sm" onClick={() => void leave()}>
          {t('done.back')}
        </Button>
      </div>
    </section>
  );
}
