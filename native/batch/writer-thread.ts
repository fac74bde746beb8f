// The thread that FileWriter starts: writes together what has come while it was writing.
import { parentPort } from 'node:worker_threads';
import { toPenaError } from '../../core/domain/pena-error.ts';
import { READY, type WriteAnswer, type WriteOrder } from './file-writer.ts';
import { writeGroup } from './write-group.ts';

/** More would only keep those waiting that came first. */
const AT_MOST = 16;

const port = parentPort;
const waiting: WriteOrder[] = [];

port?.on('message', (order: WriteOrder) => {
  // Behind the messages that are there already.
  if (waiting.push(order) === 1) setImmediate(writeAll);
});

port?.postMessage(READY);

function writeAll(): void {
  while (waiting.length > 0) {
    const group = waiting.splice(0, AT_MOST);
    const problems = writeGroup(group);
    for (const [index, { id, bytes }] of group.entries()) {
      const problem = problems[index] ?? null;
      const { code, params } = toPenaError(problem);
      const answer: WriteAnswer = {
        id,
        bytes,
        problem: problem === null ? null : { code, params },
      };
      port?.postMessage(answer, [bytes.buffer]);
    }
  }
}
