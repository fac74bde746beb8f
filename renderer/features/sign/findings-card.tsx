// What was found in the document, in words: a refusal blocks, a warning wants to be read, the rest is told.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@mantine/core';
import type { ShownFinding } from '../../../core/contract/signing.ts';
import { preflightSentence } from '../../../core/domain/messages/sentence.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import type { LookOver } from './use-look-over.ts';
import classes from './sign.module.css';

interface Props {
  readonly lookOver: LookOver;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}

const TONES = { info: 'plain', warning: 'warn', refusal: 'bad' } as const;

export function FindingsCard({ lookOver, seen, onSeen }: Props) {
  const { t } = useTranslation('sign');
  if (lookOver.state === 'looking')
    return <p className={classes['hint']}>{t('findings.looking')}</p>;
  if (lookOver.state === 'failed') return <FailureNotice failure={lookOver.failure} />;
  const grave = lookOver.findings.filter(({ severity }) => severity !== 'info');
  const told = lookOver.findings.filter(({ severity }) => severity === 'info');
  const warned = grave.some(({ severity }) => severity === 'warning');
  return (
    <>
      {grave.length > 0 && (
        <section
          className={classes['findings']}
          data-tone={lookOver.maySign ? 'warn' : 'bad'}
          data-testid="findings"
          aria-label={t('findings.title')}
        >
          <h3>{t(lookOver.maySign ? 'findings.read' : 'findings.refused')}</h3>
          <FindingList findings={grave} />
          {warned && lookOver.maySign && (
            <Checkbox
              label={t('findings.seen')}
              checked={seen}
              onChange={(event) => onSeen(event.currentTarget.checked)}
            />
          )}
        </section>
      )}
      {told.length > 0 && (
        <Disclosure summary={t('findings.told')}>
          <FindingList findings={told} />
        </Disclosure>
      )}
    </>
  );
}

function FindingList({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  return (
    <ul className={classes['findingList']}>
      {findings.map(({ code, params, severity }) => (
        <li key={code}>
          <Badge tone={TONES[severity]}>{t(`findings.${severity}`)}</Badge>
          <p>{preflightSentence(code, params, language)}</p>
        </li>
      ))}
    </ul>
  );
}
