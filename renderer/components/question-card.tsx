// A question that only the person decides, in the middle of a signing; the careful answer is the filled one.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { PayloadOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import { announce } from '../base/announce.ts';
import { useErrorText } from '../base/error-text.ts';
import { AlertIcon } from './icons.tsx';
import classes from './components.module.css';

export type Question = PayloadOf<MainContract['signing.question']>;

interface Props {
  readonly question: Question;
  readonly onDecide: (accept: boolean) => void;
}

export function QuestionCard({ question: { kind, problems }, onDecide }: Props) {
  const { t } = useTranslation(['sign', 'common']);
  const errorText = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  // The signature is made already: keeping it loses nothing.
  const keeping = kind === 'incomplete';
  const title = t(`question.${kind}.title`);
  // Who answers about several certificates is told once not to have answered.
  const said = problems.map(
    ({ code, params }) => `${errorText(code, params)} ${t('common:error.code', { code })}`,
  );
  useEffect(() => {
    heading.current?.focus();
    announce(title);
  }, [title]);
  return (
    <section
      className={classes['question']}
      aria-labelledby="question-title"
      data-testid="question"
      data-kind={kind}
    >
      <AlertIcon size={22} />
      <div className={classes['questionText']}>
        <h3 id="question-title" ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <p>{t(`question.${kind}.text`)}</p>
        {[...new Set(said)].map((sentence) => (
          <p key={sentence} className={classes['questionHint']}>
            {sentence}
          </p>
        ))}
        <div className={classes['questionButtons']}>
          <Button variant={keeping ? 'default' : 'filled'} onClick={() => onDecide(false)}>
            {t(`question.${kind}.no`)}
          </Button>
          <Button variant={keeping ? 'filled' : 'default'} onClick={() => onDecide(true)}>
            {t(`question.${kind}.yes`)}
          </Button>
        </div>
        <p className={classes['questionHint']}>{t('question.noted')}</p>
      </div>
    </section>
  );
}
