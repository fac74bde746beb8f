// What jobs of the bench are called, and what is said of their figures below the tables.

/** @typedef {ReadonlyMap<string, import('./measure.mjs').Summary>} Figures */

export const FLOOR = 'copy + SHA-256 + fsync (the floor)';
export const READ = 'read + SHA-256';
/** The first document of a process: its code is compiled meanwhile. */
export const VERIFY = 'verify';
export const WARM = 'verify, again in its process';
/** What a process that looked at the same octets before, as the review of a batch does, need not look at again. */
export const SEEN = 'sign, looked at before';
/** Several signers in a row: the look goes on where the one before ended. */
export const NEXT = 'sign, the result of the signing before';
export const FIRST_SEEN = 'sign, never seen before';
/** Not what the program does: to tell apart what the look at the earlier signatures costs. */
export const UNSEEN = 'sign, earlier signatures not looked at';

/** What verifying costs beside reading and digesting the same file. @param {Figures} figures */
export function besideReading(figures) {
  const read = figures.get(READ);
  const lines = [VERIFY, WARM].map((name) => {
    const one = figures.get(name);
    const ratio = (/** @type {'seconds' | 'fastest'} */ key) =>
      ((one?.[key] ?? NaN) / (read?.[key] ?? NaN)).toFixed(2);
    return `- ${name}: ${ratio('seconds')} times reading and digesting it in the median, ${ratio('fastest')} times in the fastest run`;
  });
  return lines.join('\n');
}

/** How much more than the 2nd signature the 200th costs beyond the floor. @param {Figures} figures */
export function growth(figures) {
  const beyond = (/** @type {string} */ job, /** @type {string} */ label) => {
    const [one, floor] = [figures.get(`${job}, ${label}`), figures.get(`${FLOOR}, ${label}`)];
    return { wall: time(one, floor, 'fastest'), cpu: time(one, floor, 'cpu') };
  };
  const meaning = `"looked at before": by the same process, as the window's batches are at their review; "the result of the signing
before": signers in a row in one process; "never seen before": the look from the beginning, as \`pena sign\` takes it, and
the window for a single document, which it signs in a process of its own.`;
  const lines = [SEEN, NEXT, FIRST_SEEN, UNSEEN].map((job) => {
    const [second, last] = [beyond(job, '2nd'), beyond(job, '200th')];
    const ratio = (/** @type {'wall' | 'cpu'} */ key) =>
      `${second[key].toFixed(1)} and ${last[key].toFixed(1)} ms, ${(last[key] / second[key]).toFixed(1)} times as much`;
    return `- ${job}: beyond the floor, fastest run, ${ratio('wall')}; processor ${ratio('cpu')}`;
  });
  return `${meaning}\n\n${lines.join('\n')}`;
}

/**
 * Milliseconds beyond the floor.
 * @param {import('./measure.mjs').Summary | undefined} one
 * @param {import('./measure.mjs').Summary | undefined} floor
 * @param {'fastest' | 'cpu'} key
 */
function time(one, floor, key) {
  return 1000 * ((one?.[key] ?? NaN) - (floor?.[key] ?? NaN));
}
