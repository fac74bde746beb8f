// The issued certificate brought back to its key: chosen, looked at, and only then the PIN.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox } from '@mantine/core';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure, TokenHandle } from '../../../core/contract/shapes.ts';
import type { ChosenCertificate } from '../../../core/contract/token-keys.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import type { Zone } from '../../base/format.ts';
import { PassedIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ChosenFacts } from './chosen-facts.tsx';
import classes from './request.module.css';

interface Props {
  readonly token: TokenHandle;
  readonly zone: Zone;
  readonly onChange: () => Promise<void>;
}

type Imported = ResponseOf<MainContract['token.importCertificate']>;

export function ImportCard({ token, zone, onChange }: Props) {
  const { t } = useTranslation('request');
  const [chosen, setChosen] = useState<ChosenCertificate | null>(null);
  const [done, setDone] = useState<Imported | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (chosen !== null) heading.current?.focus();
  }, [chosen]);

  const choose = async (): Promise<void> => {
    setFailure(null);
    setDone(null);
    const answer = await pena().call('token.chooseCertificate', { token });
    setChosen(answer.ok ? answer.value.chosen : null);
    if (!answer.ok) setFailure(answer.error);
  };
  const store = async (chain: boolean, replace: boolean): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const answer = await pena().call('token.importCertificate', { token, chain, replace });
    setBusy(false);
    if (!answer.ok) {
      if (answer.error.code === 'CANCELLED') announce(t('cancelled'));
      else setFailure(answer.error);
      return;
    }
    setDone(answer.value);
    announce(t(answer.value.stored ? 'import.stored' : 'import.there'));
    await onChange();
  };
  return (
    <section className={classes['card']} aria-labelledby="request-import">
      <h2 id="request-import">{t('import.title')}</h2>
      <p className={classes['hint']}>{t('import.text')}</p>
      <div>
        <Button variant="default" disabled={busy} onClick={() => void choose()}>
          {t('import.choose')}
        </Button>
      </div>
      {chosen !== null && (
        <div className={classes['chosen']} data-testid="chosen">
          <h3 ref={heading} tabIndex={-1}>
            {chosen.name}
          </h3>
          <ChosenFacts chosen={chosen} zone={zone} />
          {done === null ? (
            <Store
              key={chosen.sha256}
              chosen={chosen}
              busy={busy}
              onStore={(chain, replace) => void store(chain, replace)}
            />
          ) : (
            <Done done={done} signs={chosen.signs} />
          )}
        </div>
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </section>
  );
}

interface StoreProps {
  readonly chosen: ChosenCertificate;
  readonly busy: boolean;
  readonly onStore: (chain: boolean, replace: boolean) => void;
}

function Store({ chosen: { key, others }, busy, onStore }: StoreProps) {
  const { t } = useTranslation('request');
  const [chain, setChain] = useState(false);
  const [replace, setReplace] = useState(false);
  const held = key?.certificates ?? [];
  return (
    <>
      {others > 0 && (
        <Checkbox
          label={t('import.chain')}
          checked={chain}
          onChange={(event) => setChain(event.currentTarget.checked)}
        />
      )}
      {held.length > 0 && (
        <Checkbox
          label={t('import.replace', { names: held.join(', ') })}
          description={t('import.replaceHint')}
          checked={replace}
          onChange={(event) => setReplace(event.currentTarget.checked)}
        />
      )}
      <div className={classes['buttons']}>
        <Button disabled={busy} onClick={() => onStore(chain, replace)}>
          {t('import.store')}
        </Button>
        <span className={classes['hint']}>{t('import.pin')}</span>
      </div>
    </>
  );
}

function Done({ done, signs }: { readonly done: Imported; readonly signs: boolean }) {
  const { t } = useTranslation('request');
  return (
    <div data-testid="stored">
      <p className={classes['done']}>
        <PassedIcon size={20} />
        <strong>{t(done.stored ? 'import.stored' : 'import.there')}</strong>
      </p>
      {done.issuers > 0 && <p>{t('import.issuers', { count: done.issuers })}</p>}
      {done.replaced > 0 && <p>{t('import.replaced')}</p>}
      <p>{t(signs ? 'import.signsNow' : 'import.signsNot')}</p>
    </div>
  );
}
