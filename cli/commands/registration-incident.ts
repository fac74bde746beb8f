// `pena ra incident`: the report of Pasal 25 to Gubernur, Kepala BSSN and Kepala BSrE, from a case of the desk.
import { formatDate } from '../../core/domain/local-time.ts';
import { withLetterhead } from '../../core/lifecycle/letters/letterhead.ts';
import { readCase } from '../../core/lifecycle/registration/cases.ts';
import { incidentFields } from '../../core/lifecycle/registration/incident.ts';
import { stageOf } from '../../core/lifecycle/registration/stage.ts';
import { readSteps } from '../../core/lifecycle/registration/steps.ts';
import { letterData, tellLetter } from '../lost/letter-data.ts';
import { letterParts, writeLetter } from '../lost/write-letter.ts';
import { type DeskOptions, withStore } from '../registration/with-store.ts';
import type { Shell } from '../shell.ts';

const LETTER = 'laporan-insiden';

export interface IncidentOptions extends DeskOptions {
  readonly out: string;
  readonly data?: string;
  readonly templates?: string;
  readonly json?: boolean;
}

/**
 * What the file says stands above what the case says, as in `pena letter`.
 * @returns 0; 2 where the letter was written but is not complete
 * @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE, LETTER_*, FILE_*, USAGE
 */
export async function reportIncident(
  id: string,
  options: IncidentOptions,
  shell: Shell,
  version: string,
): Promise<number> {
  const { out: output, data, templates = null, json = false } = options;
  const told = await letterData(data);
  const parts = await letterParts(LETTER, templates);
  const { template, letterhead } = parts;
  const ofCase = await withStore(options, (store) => {
    const one = readCase(store, id);
    return incidentFields(one, stageOf(one, readSteps(store, id)), shell.zone);
  });
  const date = formatDate(new Date(), shell.zone, 'id');
  const fields = withLetterhead(letterhead, { 'letter.date': date, ...ofCase, ...told });
  await writeLetter(parts, fields, output, version);
  return tellLetter({ name: LETTER, template, fields, output, enclosed: [], json }, shell);
}
