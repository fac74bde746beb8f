// The health mark of each token's software, with a sentence where something is wrong.
import { useTranslation } from 'react-i18next';
import type { ModuleMark } from '../../core/contract/token.ts';
import { formatDateTime, type Zone } from '../base/format.ts';
import { useErrorText } from '../base/error-text.ts';
import { languageOf } from '../base/i18n.ts';
import { Badge, type Tone } from './badge.tsx';
import classes from './module-marks.module.css';

interface Props {
  readonly modules: readonly ModuleMark[];
  readonly zone: Zone;
}

const TONES: Readonly<Partial<Record<ModuleMark['state'], Tone>>> = {
  unknown: 'plain',
  ok: 'ok',
  slow: 'warn',
  waiting: 'warn',
};

export function ModuleMarks({ modules, zone }: Props) {
  const { t, i18n } = useTranslation('tokens');
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  return (
    <section className={classes['modules']} aria-label={t('modules.title')}>
      <h2>{t('modules.title')}</h2>
      <p>{t('modules.text')}</p>
      <ul>
        {modules.map(({ name, state, problem, restUntil }, index) => (
          <li key={`${name} ${index}`} data-testid="module-mark" data-state={state}>
            <div className={classes['head']}>
              <h3 className={classes['name']}>{name}</h3>
              <Badge tone={TONES[state] ?? 'bad'}>{t(`modules.states.${state}`)}</Badge>
            </div>
            {(state === 'slow' || state === 'waiting') && <p>{t(`modules.${state}`)}</p>}
            {problem !== null && (
              <p className={classes['refusal']}>
                {errorText(problem.code, problem.params)}{' '}
                <span className={classes['code']}>{problem.code}</span>
              </p>
            )}
            {restUntil !== null && (
              <p>{t('modules.rest', { time: formatDateTime(restUntil, zone, language) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
