// The list of documents in doubt as the terminal tells it: those in doubt first, then what could not be looked at.
import { formatDateTime } from '../../core/domain/local-time.ts';
import {
  countInDoubt,
  type DoubtList,
  type FoundSignature,
} from '../../core/lifecycle/doubt/doubt-list.ts';
import type { Shell } from '../shell.ts';
import { doubtTexts } from '../texts/doubt.ts';

const SHOWN = 50;

export function showDoubt(list: DoubtList, shell: Shell): void {
  const { out, zone, language } = shell;
  const texts = doubtTexts(language);
  const when = (time: string): string => formatDateTime(time, zone, language);
  const count = countInDoubt(list);
  out.line(count === 0 ? texts.none : texts.inDoubt(count), { tone: count === 0 ? 'ok' : 'bad' });
  const earlier = list.signatures.length - list.signatures.filter((one) => one.inDoubt).length;
  out.facts([
    { name: texts.since, value: list.since === null ? texts.unknown : when(list.since) },
    { name: texts.searched, value: texts.files(list.files) },
    { name: texts.earlier, value: texts.signatures(earlier) },
    { name: texts.journal, value: texts.journals[list.journal] },
  ]);
  const some = <T>(items: readonly T[], line: (item: T) => void): void => {
    for (const item of items.slice(0, SHOWN)) line(item);
    if (items.length > SHOWN) out.line(texts.more(items.length - SHOWN), { indent: 2 });
  };
  some(
    list.signatures.filter(({ inDoubt }) => inDoubt),
    (one) => {
      out.line();
      out.line(one.path, { tone: 'strong' });
      out.line(`${one.field}: ${timesOf(one, shell)}`, { indent: 2, hanging: 2 });
      out.line(`SHA-256 ${one.sha256}`, { indent: 2, tone: 'dim' });
    },
  );
  some(list.journalOnly, ({ at, document }) => {
    out.line();
    out.line(texts.journalOnly(when(at)), { tone: 'strong' });
    out.line(`SHA-256 ${document}`, { indent: 2, tone: 'dim' });
  });
  if (list.unreadable.length > 0) out.line(`\n${texts.unread}`, { tone: 'warn' });
  some(list.unreadable, ({ path, code }) =>
    out.line(`${path} (${code})`, { indent: 2, hanging: 2 }),
  );
  if (list.skipped.length > 0) out.line(`\n${texts.skipped}`, { tone: 'warn' });
  some(list.skipped, ({ path, why }) =>
    out.line(`${path}: ${texts.skips[why]}`, { indent: 2, hanging: 2 }),
  );
}

function timesOf(
  { claimedTime, provenTime, proof }: FoundSignature,
  { zone, language }: Shell,
): string {
  const texts = doubtTexts(language);
  const when = (time: string): string => formatDateTime(time, zone, language);
  const proven =
    provenTime === null
      ? texts.noProof
      : `${proof === 'journal' ? texts.byJournal : texts.stamped} ${when(provenTime)}`;
  return claimedTime === null ? proven : `${proven}; ${texts.claimed} ${when(claimedTime)}`;
}
