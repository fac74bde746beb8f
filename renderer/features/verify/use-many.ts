// Many files checked one after the other, two at a time, until all are or the person stops it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckedFile, FileHandle, FileList } from '../../../core/contract/many.ts';
import type { Envelope, Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

export type ListedFile = FileList['files'][number];

export interface Row extends ListedFile {
  /** Null: not checked yet. */
  readonly checked: CheckedFile | null;
}

export interface Many {
  /** Null: nothing was chosen. */
  readonly rows: readonly Row[] | null;
  readonly more: boolean;
  readonly running: boolean;
  readonly failure: Failure | null;
  readonly choose: (kind: 'files' | 'folder', offline: boolean) => Promise<void>;
  readonly drop: (files: readonly File[], offline: boolean) => Promise<void>;
  /** Goes on with what was not checked yet. */
  readonly resume: (offline: boolean) => Promise<void>;
  readonly stop: () => void;
  readonly leave: () => void;
}

const WIDTH = 2;
/** Milliseconds: a long table is laid out anew for several results at once, else it takes longer than checking. */
const PAUSE = 150;

interface Table {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Stays while one of its files is looked at. */
let kept: Table | null = null;

export function hasTable(): boolean {
  return kept !== null;
}

export function useMany(): Many {
  const [table, setTable] = useState(kept);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Counts up: what an earlier run still hears is of no interest. */
  const run = useRef(0);
  const stop = useCallback(() => {
    run.current += 1;
    setRunning(false);
  }, []);
  useEffect(() => stop, [stop]);
  useEffect(() => {
    kept = table;
  }, [table]);

  const checkAll = async (rows: readonly Row[], offline: boolean): Promise<void> => {
    const own = ++run.current;
    const waiting = rows.filter(({ checked }) => checked === null);
    const heard = new Map<FileHandle, CheckedFile>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const results = new Map(heard);
      heard.clear();
      setTable((before) => (before === null ? null : withResults(before, results)));
    };
    setRunning(true);
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { file } = next;
        const answer = await pena().call('many.check', { file, offline });
        if (run.current !== own) return;
        if (!answer.ok) {
          setFailure(answer.error);
          stop();
          return;
        }
        heard.set(file, answer.value);
        timer ??= setTimeout(show, PAUSE);
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, work));
    show();
    if (run.current === own) setRunning(false);
  };

  const choose = async (kind: 'files' | 'folder', offline: boolean): Promise<void> => {
    await start(await pena().call('many.choose', { kind }), offline);
  };

  const drop = async (dropped: readonly File[], offline: boolean): Promise<void> => {
    await start(await pena().listDropped(dropped), offline);
  };

  const start = async (answer: Envelope<FileList | null>, offline: boolean): Promise<void> => {
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok || answer.value === null) return;
    const { files, more } = answer.value;
    const rows = files.map((file) => ({ ...file, checked: null }));
    setTable({ rows, more });
    await checkAll(rows, offline);
  };

  const resume = async (offline: boolean): Promise<void> => {
    if (table !== null) await checkAll(table.rows, offline);
  };

  const leave = (): void => {
    stop();
    setTable(null);
  };

  const { rows, more } = table ?? { rows: null, more: false };
  return { rows, more, running, failure, choose, drop, resume, stop, leave };
}

/** Of another table than this nothing is shown in it. */
function withResults(table: Table, results: ReadonlyMap<FileHandle, CheckedFile>): Table {
  if (results.size === 0) return table;
  const rows = table.rows.map((row) => {
    const checked = results.get(row.file);
    return checked === undefined ? row : { ...row, checked };
  });
  return { rows, more: table.more };
}
