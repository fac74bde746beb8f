// How far one is, and, once the first report is kept, the way to every later step, and back to all cases.
import { useTranslation } from 'react-i18next';
import { CASE_PAGES, type CasePage, type Page } from './use-lost-key.ts';
import classes from './lost-key.module.css';

const STEPS = ['certificate', 'event', 'report', 'papers', 'reissue', 'done'] as const;
/** A superior's request is no step of an own report. */
type Step = Exclude<Page['kind'], 'request'>;
const AT: Readonly<Record<Step, number>> = {
  ...{
    start: 0,
    forgotten: 0,
    kept: 0,
    event: 1,
    send: 2,
    report: 2,
    papers: 3,
    reissue: 4,
    doubt: 5,
    done: 5,
    deleted: 5,
  },
};

interface Props {
  readonly kind: Step;
  /** Null while there is no case yet. */
  readonly onPage: ((page: CasePage | 'start') => void) | null;
}

export function StepBar({ kind, onPage }: Props) {
  const { t } = useTranslation('lostKey');
  const here = AT[kind];
  return (
    <ol className={classes['steps']} aria-label={t('steps.label')}>
      {STEPS.map((step, i) => {
        const page = step === 'certificate' ? 'start' : CASE_PAGES.find((one) => one === step);
        const text = (
          <>
            {i + 1} {t(`steps.${step}`)}
          </>
        );
        return (
          <li
            key={step}
            data-at={i === here ? 'here' : i < here ? 'done' : 'later'}
            aria-current={i === here ? 'step' : undefined}
          >
            {onPage !== null && page !== undefined && page !== kind ? (
              <button type="button" onClick={() => onPage(page)}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
