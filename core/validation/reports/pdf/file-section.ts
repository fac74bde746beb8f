// One file: the verdict first, then what it rests on, each signature, and what became of the file.
import { decisiveReason } from '../../../domain/decisive-reason.ts';
import {
  familiarPhrase,
  verdictAdvice,
  verdictHelp,
  verdictSentence,
} from '../../../domain/messages/verdict.ts';
import type { FileReport } from '../../../domain/report.ts';
import type { ReportMeta } from '../verification.ts';
import { fact, paragraph, TEXT, verdictPanel } from './blocks.ts';
import { historySection } from './history-section.ts';
import { INK, toneOfReport } from './palette.ts';
import type { Paper } from '../../../pdf/paper/paper.ts';
import { signatureSection } from './signature-section.ts';
import type { Speech } from './speech.ts';

export async function fileSection(
  paper: Paper,
  report: FileReport,
  meta: ReportMeta,
  speech: Speech,
): Promise<void> {
  paper.structure.open('Sect');
  await paragraph(
    paper,
    nameOf(report.file),
    { size: 17, weight: 'bold', colour: INK },
    { role: 'P', after: 12 },
  );
  await verdictPanel(paper, { ...panelOf(report, speech), tone: toneOfReport(report) });
  await aboutFile(paper, report, speech);
  await aboutJudgement(paper, meta, speech);
  const numbers = { signature: 0, docTimeStamp: 0 };
  for (const signature of report.signatures) {
    await signatureSection(paper, signature, ++numbers[signature.type], speech);
  }
  await historySection(paper, report, speech);
  paper.structure.close();
}

/** Without its folder: that is told once, below. */
function nameOf(file: string): string {
  return /[^/\\]+$/.exec(file)?.[0] ?? file;
}

function panelOf(report: FileReport, { language, zone, words }: Speech) {
  const phrase = familiarPhrase(report);
  const advice = verdictAdvice(report, language);
  const help = verdictHelp(report, language);
  const code = report.error?.code ?? decisiveReason(report)?.code;
  return {
    sentence: verdictSentence(report, language, zone),
    more: [
      ...(advice === null ? [] : [advice]),
      ...(help === null ? [] : [`${words.now} ${help}`]),
      ...(phrase === null ? [] : [words.familiar(phrase)]),
    ],
    code: `${words.code}: ${report.verdict}${code === undefined ? '' : ` · ${code}`}`,
  };
}

async function aboutFile(paper: Paper, report: FileReport, { words }: Speech): Promise<void> {
  const { file, sha256, signatures, error } = report;
  if (nameOf(file) !== file) await fact(paper, words.file, [file]);
  if (sha256 !== null) await fact(paper, 'SHA-256', [sha256], { ...TEXT, size: 8.7 });
  if (error !== null || signatures.length === 0) return;
  const stamps = signatures.filter(({ type }) => type === 'docTimeStamp').length;
  await fact(paper, words.signatures, [words.countOf(signatures.length - stamps, stamps)]);
}

/** When, by which policy and by which list of whom to trust. */
export async function aboutJudgement(
  paper: Paper,
  meta: ReportMeta,
  { words, dateTime, date }: Speech,
): Promise<void> {
  await fact(paper, words.judgedAt, [dateTime(meta.checkedAt)]);
  if (meta.judgedFor !== null) {
    await fact(paper, words.judgedFor, [dateTime(meta.judgedFor), words.judgedForNote]);
  }
  await fact(paper, words.policy, [meta.policy ?? words.unknownPolicy]);
  const list = meta.trustDate === null ? words.noTrustList : words.trustList(date(meta.trustDate));
  await fact(paper, words.trust, [list]);
  await fact(paper, words.program, [`${meta.tool} ${meta.version}`]);
}
