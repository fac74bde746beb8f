// Where the report goes, before it goes; or honestly that there is no way yet.
import { useTranslation } from 'react-i18next';
import { WaysList } from '../../components/delivery.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import type { Ways } from '../../base/use-ways.ts';
import classes from './lost-key.module.css';

export function WayCard({ ways }: { readonly ways: Ways | null }) {
  const { t } = useTranslation('lostKey');
  const none = ways !== null && ways.ways.length === 0;
  return (
    <div className={classes['stack']} data-testid="lost-ways">
      <h2 id="lost-to">{t(none ? 'send.noWay' : 'send.to')}</h2>
      {ways !== null && ways.authority !== null && <p>{ways.authority}</p>}
      {none && <p className={classes['hint']}>{t('send.noWayText')}</p>}
      {ways !== null && ways.problem !== null && (
        <FailureNotice failure={ways.problem} tone="warn" />
      )}
      {ways !== null && ways.ways.length > 0 && <WaysList ways={ways.ways} />}
    </div>
  );
}
