// Runs a job again and again until so many runs were killed in the middle, whatever the machine's speed.
import { randomInt } from 'node:crypto';

/** Milliseconds within which the first is killed. */
const FIRST_SPAN = 250;
const RUNS_A_KILL = 5;

/** Runs that `killRuns` makes at most. */
export const mostRuns = (kills: number): number => kills * RUNS_A_KILL;

/**
 * @param run the how-manieth run it is, from 1, and after how many milliseconds it is to be killed; resolves to
 *   what it said, "done" where it came to its end before
 * @returns what each run said
 * @throws {Error} where too many came to their end
 */
export async function killRuns(
  kills: number,
  run: (round: number, killAfter: number) => Promise<string>,
): Promise<readonly string[]> {
  const said: string[] = [];
  let killed = 0;
  // A span in which some come to their end holds their last moments too; more than that is too long.
  let span = FIRST_SPAN;
  while (killed < kills) {
    if (said.length === mostRuns(kills)) throw new Error(`${String(killed)} runs were killed`);
    const text = await run(said.length + 1, randomInt(span));
    said.push(text);
    if (text.includes('done')) span = Math.max(10, Math.floor(span * 0.9));
    else killed += 1;
  }
  return said;
}
