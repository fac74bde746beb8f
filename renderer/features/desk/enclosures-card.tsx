// What the application's article asks for, one line each, with what has come.
import { useTranslation } from 'react-i18next';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import { Badge } from '../../components/badge.tsx';
import { PaperRow } from './paper-row.tsx';
import { useOwed } from './use-owed.ts';
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
  const owed = useOwed(shown);
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
            <PaperRow
              key={`${sha256}-${String(i)}`}
              {...{ of: 'deskApplications', title: name, name, busy: desk.busy }}
              onOpen={pdf ? () => void open(sha256) : null}
              onSave={() => void save(sha256)}
            >
              <div className={classes['badges']}>
                <Badge tone="ok">{t('there')}</Badge>
              </div>
            </PaperRow>
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
