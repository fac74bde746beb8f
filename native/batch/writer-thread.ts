// The thread that FileWriter starts: writes together what comes within a few moments. Flushing the folder
// takes as long as flushing a file, and once is enough for all names that are new in it.
import { parentPort } from 'node:worker_threads';
import { toPenaError } from '../../core/domain/pena-error.ts';
import { READY, type WriteAnswer, type WriteOrder } from './file-writer.ts';
import { writeGroup } from './write-group.ts';

/** More would only keep those waiting that came first. */
const AT_MOST = 16;
/** So many are not kept waiting for more. */
const ENOUGH = 8;
/** Milliseconds that the first one is kept waiting for others; a batch has dozens on their way. */
const LINGER = 8;

const port = parentPort;
const waiting: WriteOrder[] = [];
let timer: NodeJS.Timeout | null = null;
/** While one group's flush is waited for, the next one's files are made. */
const GROUPS_AT_ONCE = 2;
let writing = 0;

port?.on('message', (orders: readonly WriteOrder[]) => {
  const before = waiting.length;
  waiting.push(...orders);
  if (waiting.length < ENOUGH) timer ??= setTimeout(begin, LINGER);
  // Behind the messages that are there already.
  else if (before < ENOUGH) setImmediate(begin);
});

port?.postMessage(READY);

function begin(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (writing < GROUPS_AT_ONCE) void writeWaiting();
}

async function writeWaiting(): Promise<void> {
  writing += 1;
  while (waiting.length > 0) {
    const group = waiting.splice(0, AT_MOST);
    const problems = await writeGroup(group);
    const answers = group.map(({ id, bytes }, index): WriteAnswer => {
      return { id, bytes, problem: problemOf(problems[index] ?? null) };
    });
    port?.postMessage(
      answers,
      answers.map(({ bytes }) => bytes.buffer),
    );
  }
  writing -= 1;
}

function problemOf(thrown: Error | null): WriteAnswer['problem'] {
  if (thrown === null) return null;
  const { code, params } = toPenaError(thrown);
  return { code, params };
}
