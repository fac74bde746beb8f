// What became of the file, revision by revision, as a line with a dot for each.
import { commonName } from '../../../domain/common-name.ts';
import { unnamedChanges } from '../../../domain/messages/changes-told.ts';
import { reasonSentence } from '../../../domain/messages/sentence.ts';
import type { FileReport, RevisionSummary } from '../../../domain/report.ts';
import { toneOfRevision } from '../../../domain/revision-tone.ts';
import { colourOf } from '../../../pdf/appearance/colour.ts';
import { drawText, setText } from '../../../pdf/paper/set-text.ts';
import { heading, QUIET, STRONG, TEXT } from './blocks.ts';
import { BRAND, LINE, MARGIN, SHADES, type Tone, WIDTH } from './palette.ts';
import type { Paper } from '../../../pdf/paper/paper.ts';
import type { Speech } from './speech.ts';

export async function historySection(
  paper: Paper,
  report: FileReport,
  speech: Speech,
): Promise<void> {
  if (report.revisions.length === 0) return;
  await heading(paper, speech.words.history);
  paper.structure.open('L');
  const last = report.revisions.length - 1;
  for (const [i, revision] of report.revisions.entries()) {
    await revisionItem(paper, revision, eventsOf(report, revision, speech), {
      speech,
      tone: toneOfRevision(revision, report.signatures),
      last: i === last,
    });
  }
  paper.structure.close();
}

interface Events {
  readonly signed: readonly string[];
  readonly changed: readonly string[];
}

function eventsOf(
  { signatures, revisions }: FileReport,
  { revision, level, changes }: RevisionSummary,
  { words, language, zone }: Speech,
): Events {
  const signed = signatures
    .filter((one) => one.revision === revision)
    .map(({ type, signer }) => {
      const name = signer === null ? words.unknownSigner : commonName(signer.subject);
      return type === 'signature' ? words.signedBy(name) : words.stampedBy(name);
    });
  const changed = changes.map(({ code, params }) => reasonSentence(code, params, language, zone));
  if (changed.length === 0 && level !== null) {
    changed.push(level === 'NONE' ? words.nothingChanged : `${unnamedChanges(level, language)}.`);
  }
  const first = signatures.map((one) => one.revision ?? revisions.length + 1);
  const before = signed.length === 0 && level === null && revision < Math.min(...first);
  return { signed: before ? [words.before] : signed, changed };
}

async function revisionItem(
  paper: Paper,
  { revision, end }: RevisionSummary,
  { signed, changed }: Events,
  { speech, tone, last }: { readonly speech: Speech; readonly tone: Tone; readonly last: boolean },
): Promise<void> {
  const column = { x: MARGIN.left + 20, width: WIDTH - 20 };
  const bytes = end === null ? null : speech.number(end);
  const sets = [
    setText(paper, speech.words.revision(revision, bytes), QUIET, column.width),
    ...signed.map((text) => setText(paper, text, STRONG, column.width)),
    ...changed.map((text) => setText(paper, text, TEXT, column.width)),
  ];
  const height = sets.reduce((sum, set) => sum + set.height, 8);
  paper.keep(height);
  const top = paper.y;
  const dot = { x: MARGIN.left + 5.5, y: top - 6.5 };
  const colour = tone === 'bad' || tone === 'warn' ? SHADES[tone].strong : BRAND;
  paper.decorate((page) => {
    if (!last) {
      const end = { x: dot.x, y: top - height - 1 };
      page.drawLine({ start: dot, end, thickness: 1.2, color: colourOf(LINE) });
    }
    page.drawCircle({ ...dot, size: 3.4, color: colourOf(colour) });
  });
  let y = top;
  paper.structure.open('LI');
  paper.structure.open('LBody');
  for (const set of sets) {
    await drawText(paper, 'P', set, { x: column.x, top: y });
    y -= set.height;
  }
  paper.structure.close();
  paper.structure.close();
  paper.y = top - height;
}
