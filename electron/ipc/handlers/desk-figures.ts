// Yearly figures at the desk: counted from exports, saved as a table or as the letter of Pasal 24(3).
import { app, dialog, type BrowserWindow } from 'electron';
import { deskFiguresContract as contract } from '../../../core/contract/desk-figures.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { CSV_MARK, csvLine } from '../../../core/domain/csv.ts';
import { formatDate } from '../../../core/domain/local-time.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import {
  fieldsOfFigures,
  type YearlyFigures,
  yearlyFigures,
} from '../../../core/lifecycle/figures/yearly-figures.ts';
import { readExport } from '../../../native/journal/read-export.ts';
import { letterFrom } from '../../main/lost-key/files.ts';
import { saveAs } from '../../main/save-as.ts';
import { mainTexts } from '../../main/texts.ts';
import { answer } from '../answer.ts';

interface Parts {
  readonly window: BrowserWindow;
  readonly settings: () => Settings;
}

const ROWS = ['signed', 'refused', 'certificates', 'reportedLost', 'records', 'journals'] as const;

export function deskFiguresAnswers({ window, settings }: Parts) {
  const texts = () => mainTexts(settings().language).desk;
  let counted: YearlyFigures | null = null;
  const last = (): YearlyFigures => {
    if (counted === null) throw new PenaError('HANDLE_UNKNOWN');
    return counted;
  };
  return {
    'desk.countFigures': answer(contract['desk.countFigures'], async ({ year }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: texts().journals, extensions: ['jsonl', 'json', 'txt'] }],
      });
      if (filePaths.length === 0) return null;
      const journals = await Promise.all(filePaths.map(readExport));
      counted = yearlyFigures(journals, year, settings().zone);
      return counted;
    }),
    'desk.saveFigures': answer(contract['desk.saveFigures'], () => {
      const figures = last();
      const defaultPath = `rekap-${String(figures.year)}.csv`;
      return saveAs(window, { title: texts().save, defaultPath, extension: 'csv' }, () =>
        Promise.resolve(
          Buffer.from(
            CSV_MARK +
              csvLine(['year', 'what', 'count']) +
              ROWS.map((name) => csvLine([String(figures.year), name, String(figures[name])])).join(
                '',
              ),
          ),
        ),
      );
    }),
    'desk.writeFigures': answer(contract['desk.writeFigures'], (told) => {
      const figures = last();
      const { zone } = settings();
      const fields = {
        ...fieldsOfFigures(figures),
        ...{ 'letter.number': told.number, 'letter.place': told.place },
        'letter.date': formatDate(new Date(), zone, 'id'),
        ...{ 'office.city': told.city, 'office.province': told.province },
        ...{ 'signer.name': told.signerName, 'signer.position': told.signerPosition },
        ...{ 'signer.nip': told.signerNip, 'figures.remarks': told.remarks },
      };
      const defaultPath = `rekap-${String(figures.year)}.pdf`;
      return saveAs(window, { title: texts().save, defaultPath, extension: 'pdf' }, () =>
        letterFrom('rekap-tahunan', (template) => ({ template, fields }), app.getVersion()),
      );
    }),
  };
}
