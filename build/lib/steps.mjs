// One line a step: what is done, how it ended, how long it took; the full log only when it failed.
import { CommandError } from './command.mjs';
import { say } from './language.mjs';

/**
 * Runs one step and prints its line.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work may return `{ note: string }` to say more than "ok"
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`· ${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${noteOf(result)} (${secondsSince(started)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${say('GAGAL', 'FAILED')} (${secondsSince(started)})\n`);
    if (error instanceof CommandError) process.stdout.write(`${error.message}\n`);
    throw error;
  }
}

/**
 * An indented line under a step: something that is missing but does not stop us.
 * @param {string} text
 */
export function remark(text) {
  process.stdout.write(`  ! ${text.replaceAll('\n', '\n    ')}\n`);
}

/** @param {number} started value of performance.now() */
export function secondsSince(started) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return say(`${seconds.replace('.', ',')} d`, `${seconds} s`);
}

/** @param {unknown} result */
function noteOf(result) {
  return typeof result === 'object' && result !== null && 'note' in result
    ? String(result.note)
    : 'ok';
}
