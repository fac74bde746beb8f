// The menu at the side: where one is, where one can go, and the token's state in its corner.
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../components/icons.tsx';
import type { TokensState } from '../base/tokens-state.ts';
import type { Zone } from '../base/format.ts';
import { TokenCorner } from './token-corner.tsx';
import { menuViewOf, VIEW_ICONS, VIEWS, type View } from './views.ts';
import classes from './shell.module.css';

interface Props {
  readonly view: View;
  readonly tokens: TokensState;
  readonly zone: Zone;
  /** Whether this computer is the registration authority's. */
  readonly desk: boolean;
  readonly onView: (view: View) => void;
}

export function Navigation({ view, tokens, zone, desk, onView }: Props) {
  const { t } = useTranslation('common');
  return (
    <aside className={classes['side']}>
      <div className={classes['brand']}>
        <BrandMark />
        <div>
          <span className={classes['brandName']}>{t('brand')}</span>
          <span className={classes['tagline']}>{t('tagline')}</span>
        </div>
      </div>
      <nav className={classes['nav']} aria-label={t('nav.label')} data-landmark tabIndex={-1}>
        <ul>
          {VIEWS.filter((item) => desk || item !== 'desk').map((item) => {
            const Icon = VIEW_ICONS[item];
            return (
              <li key={item}>
                <button
                  type="button"
                  className={classes['navItem']}
                  aria-current={item === menuViewOf(view) ? 'page' : undefined}
                  onClick={() => onView(item)}
                >
                  <Icon />
                  <span>{t(`nav.${item}`)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <TokenCorner tokens={tokens} zone={zone} onOpen={() => onView('tokens')} />
    </aside>
  );
}
