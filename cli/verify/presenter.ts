// The three ways in which `pena verify` tells what it found: for people, as one JSON array, or as one JSON
// object a line while it goes on.
import { VERDICTS, type Verdict } from '../../core/domain/indication.ts';
import { shownVerdictOf } from '../../core/domain/messages/verdict.ts';
import type { Shell } from '../shell.ts';
import type { VerifiedFile } from './file-report.ts';
import { jsonReport } from './json.ts';
import { printReport } from './text.ts';

export interface Presenter {
  add(verified: VerifiedFile): void;
  /** Once everything has been added. */
  end(): void;
}

export function presenterFor(
  { json, jsonl }: { readonly json?: boolean; readonly jsonl?: boolean },
  shell: Shell,
): Presenter {
  if (jsonl === true) return lines(shell);
  return json === true ? array(shell) : text(shell);
}

function lines(shell: Shell): Presenter {
  return {
    add: (verified) => shell.out.jsonLine(jsonReport(verified, shell)),
    end: () => undefined,
  };
}

function array(shell: Shell): Presenter {
  const all: object[] = [];
  return {
    add: (verified) => void all.push(jsonReport(verified, shell)),
    end: () => shell.out.json(all),
  };
}

function text(shell: Shell): Presenter {
  const { out, texts } = shell;
  const counts = new Map<Verdict | 'unreadable', number>();
  let all = 0;
  return {
    add: (verified) => {
      if (all > 0) out.line();
      all += 1;
      const key = verified.error === null ? shownVerdictOf(verified.report) : 'unreadable';
      counts.set(key, (counts.get(key) ?? 0) + 1);
      printReport(verified, shell);
    },
    end: () => {
      if (all < 2) return;
      out.line();
      out.line(texts.verify.total(all), { tone: 'strong' });
      const named = [...VERDICTS, 'unreadable'] as const;
      const facts = named.flatMap((key) => {
        const count = counts.get(key);
        return count === undefined
          ? []
          : [{ name: texts.verify.counted[key], value: String(count) }];
      });
      out.facts(facts, 2);
    },
  };
}
