// What the application's article asks for, one line each, with what has come: a PDF is shown and verified by our own
// viewer, the rest is saved; nothing is ever started.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import { Badge } from '../../components/badge.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly shown: DeskApplicationShown;
  readonly onDocument: (document: OpenedDocument) => void;
}

export function EnclosuresCard({ desk, shown, onDocument }: Props) {
  const { t } = useTranslation('deskApplications');
  const { t: letters } = useTranslation('letters');
  const { application, papers, missing } = shown;
  const { article, mailEnclosed } = APPLICATION_RULES[shown.kind];
  const owed = [
    ...missing.papers.map((paper) => letters(`papers.${paper}`)),
    ...(missing.mail ? [t('mail')] : []),
  ].join(', ');
  const open = async (sha256: string): Promise<void> => {
    const document = await desk.ask('desk.openEnclosure', { application, sha256 });
    if (document !== null) onDocument(document);
  };
  const save = async (sha256: string): Promise<void> => {
    const answer = await desk.ask('desk.saveEnclosure', { application, sha256 });
    if (answer?.saved === true) announce(t('saved'));
  };
  return (
    <section
      className={classes['card']}
      aria-labelledby="application-papers"
      data-testid="desk-enclosures"
    >
      <h2 id="application-papers">{t('papers', { article })}</h2>
      <p>{owed === '' ? t('whole') : t('missing', { papers: owed })}</p>
      <ul className={classes['list']}>
        {papers.map(({ sha256, paper, pdf }, i) => {
          const name = letters(`papers.${paper}`);
          return (
            <li key={`${sha256}-${String(i)}`} className={classes['row']}>
              <div className={classes['grow']}>
                <h3>{name}</h3>
                <div className={classes['badges']}>
                  <Badge tone="ok">{t('there')}</Badge>
                </div>
              </div>
              {pdf && (
                <Button
                  variant="default"
                  size="sm"
                  disabled={desk.busy}
                  aria-label={t('openPaperOf', { name })}
                  onClick={() => void open(sha256)}
                >
                  {t('openPaper')}
                </Button>
              )}
              <Button
                variant="default"
                size="sm"
                disabled={desk.busy}
                aria-label={t('savePaperOf', { name })}
                onClick={() => void save(sha256)}
              >
                {t('savePaper')}
              </Button>
            </li>
          );
        })}
        {missing.papers.map((paper) => (
          <Owed key={paper} name={letters(`papers.${paper}`)} />
        ))}
        {mailEnclosed && missing.mail && <Owed name={letters('mail')} />}
      </ul>
    </section>
  );
}

function Owed({ name }: { readonly name: string }) {
  const { t } = useTranslation('deskApplications');
  return (
    <li className={classes['row']}>
      <div className={classes['grow']}>
        <h3>{name}</h3>
        <div className={classes['badges']}>
          <Badge tone="warn">{t('owed')}</Badge>
        </div>
      </div>
    </li>
  );
}
