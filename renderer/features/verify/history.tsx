// What became of the document, revision by revision, in words.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { toneOfRevision } from '../../../core/domain/revision-tone.ts';
import { unnamedChanges } from '../../../core/domain/messages/changes-told.ts';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { commonName, formatBytes, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { CheckIcon, CrossIcon, FileIcon, PenIcon, AlertIcon } from '../../components/icons.tsx';
import classes from './history.module.css';

interface Props {
  readonly report: ShownDocumentReport;
  readonly zone: Zone;
}

type Revision = ShownDocumentReport['revisions'][number];

const ICONS = {
  signed: PenIcon,
  before: FileIcon,
  ok: CheckIcon,
  warn: AlertIcon,
  plain: AlertIcon,
  bad: CrossIcon,
} as const;

/** Of more than these the list scrolls within itself, so that the signatures stay near. */
const WHOLE = 8;

export function History({ report, zone }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  if (report.revisions.length < 2) return null;

  const signedIn = (revision: number): string[] =>
    report.signatures
      .filter((one) => one.revision === revision)
      .map(({ type, signer }) => {
        const name = signer === null ? t('signature.unknownSigner') : commonName(signer.subject);
        return t(type === 'signature' ? 'history.signed' : 'history.stamped', { name });
      });
  /** The last to sign before: whose document it was that changed. */
  const signerBefore = (revision: number): string | null => {
    const earlier = report.signatures.filter(
      (one) => one.type === 'signature' && one.revision !== null && one.revision < revision,
    );
    const subject = earlier.at(-1)?.signer?.subject;
    return subject === undefined ? null : commonName(subject);
  };
  const changeText = (
    revision: Revision,
    { code, params }: Revision['changes'][number],
  ): string => {
    const name = signerBefore(revision.revision);
    const page = params['page'];
    return code === 'PAGE_CONTENT_CHANGED' && name !== null && page !== undefined
      ? t('history.pageChanged', { page: String(page), name })
      : reasonSentence(code, params, language, zone);
  };

  return (
    <section className={classes['history']} aria-labelledby="history" data-testid="history">
      <h3 id="history">{t('history.title')}</h3>
      <Scrolling when={report.revisions.length > WHOLE}>
        <ol>
          {report.revisions.map((revision) => {
            const signed = signedIn(revision.revision);
            const { level, changes } = revision;
            const tone = level === null ? 'ok' : toneOfRevision(revision, report.signatures);
            const look =
              signed.length > 0 && tone === 'ok' ? 'signed' : level === null ? 'before' : tone;
            const Icon = ICONS[look];
            const said = changes.map((change) => changeText(revision, change));
            if (said.length === 0 && level !== null && signed.length === 0) {
              said.push(unnamedChanges(level, language));
            }
            return (
              <li key={revision.revision} data-tone={look}>
                <span className={classes['dot']}>
                  <Icon size={14} />
                </span>
                <div>
                  <strong>
                    {signed.length > 0
                      ? signed.join(' ')
                      : t(level === null ? 'history.before' : 'history.later')}
                  </strong>
                  {[...new Set(said)].map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                  <p className={classes['revision']}>
                    {t('history.revision', { n: formatNumber(revision.revision, language) })}
                    {revision.end !== null && ` · ${formatBytes(revision.end, language)}`}
                  </p>
                </div>
              </li>
            );
          })}
        </ol>
      </Scrolling>
    </section>
  );
}

/** A scrolling region has to be reachable by keyboard (WCAG 2.2, 2.1.1). */
function Scrolling({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  if (!when) return children;
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-labelledby="history">
      {children}
    </div>
  );
}
