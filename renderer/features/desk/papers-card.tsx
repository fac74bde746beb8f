// The papers of a report as they came, and which are missing.
import { useTranslation } from 'react-i18next';
import type { DeskCase } from '../../../core/contract/desk.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { announce } from '../../base/announce.ts';
import { PaperRow } from './paper-row.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly shown: DeskCase;
  readonly onDocument: (document: OpenedDocument) => void;
}

export function PapersCard({ desk, shown, onDocument }: Props) {
  const { t } = useTranslation('desk');
  const { papers, missing } = shown;
  const open = async (sha256: string): Promise<void> => {
    const document = await desk.ask('desk.openPaper', { case: shown.case, sha256 });
    if (document !== null) onDocument(document);
  };
  const save = async (sha256: string): Promise<void> => {
    const answer = await desk.ask('desk.savePaper', { case: shown.case, sha256 });
    if (answer?.saved === true) announce(t('saved'));
  };
  const owed = missing.map((kind) => t(`paperKinds.${kind}`)).join(', ');
  return (
    <section className={classes['card']} aria-labelledby="desk-papers" data-testid="desk-papers">
      <h2 id="desk-papers">{t('papers')}</h2>
      <p>{owed === '' ? t('complete') : t('missing', { papers: owed })}</p>
      {papers.length === 0 && <p className={classes['hint']}>{t('noPapers')}</p>}
      <ul className={classes['list']}>
        {papers.map(({ sha256, kind, name, pdf }, i) => (
          <PaperRow
            key={`${sha256}-${String(i)}`}
            {...{ of: 'desk', title: t(`paperKinds.${kind}`), name, busy: desk.busy }}
            onOpen={pdf ? () => void open(sha256) : null}
            onSave={() => void save(sha256)}
          >
            <p className={classes['hint']}>{name}</p>
          </PaperRow>
        ))}
      </ul>
    </section>
  );
}
