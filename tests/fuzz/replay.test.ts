// What fuzzing has found stays found: each input of corpus/ is run again, and a few changed inputs of each
// target, the same ones every time. `npm run fuzz` goes on from there.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { PenaError } from '../../core/domain/pena-error.ts';
import { Random } from './random.ts';
import { makeTargets, type Target, TARGETS } from './targets.ts';
import { processorTime } from '../support/processor-time.ts';

const RUNS = 60;
const SLOW_MS = 5000;
const corpus = fileURLToPath(new URL('corpus/', import.meta.url));

/** Corpus files, each named after its target, and how each is answered. */
const ANSWERS: Readonly<Record<string, string>> = {
  'inspect-long-name': 'PDF_LIMIT_EXCEEDED',
  'rebuild-signature-within-field': 'PDF_REPAIR_SIGNED',
};

let targets: Readonly<Record<string, Target>>;
beforeAll(async () => {
  targets = await makeTargets();
});

/** The code of a refusal, or that there was none; anything else thrown is a finding. */
async function outcome({ run }: Target, input: Uint8Array): Promise<string> {
  const took = processorTime();
  try {
    await run(input);
    return 'taken';
  } catch (thrown) {
    if (thrown instanceof PenaError) return thrown.message;
    throw thrown;
  } finally {
    expect(took()).toBeLessThan(SLOW_MS);
  }
}

describe('a finding', () => {
  it.each(readdirSync(corpus))('%s is answered', async (name) => {
    const target = targets[name.split('-')[0] ?? ''];
    expect(target).toBeDefined();
    expect(await outcome(target!, readFileSync(corpus + name))).toBe(ANSWERS[name]);
  });
});

describe('the target', () => {
  it.each(TARGETS)('%s takes or refuses whatever is made of its seeds', async (name) => {
    const target = targets[name]!;
    const random = new Random(4);
    const outcomes = new Set<string>();
    for (let runs = 0; runs < RUNS; runs += 1) {
      let input: Uint8Array = random.pick(target.seeds);
      for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1) {
        input = target.mutate(input, random, random.pick(target.seeds));
      }
      outcomes.add(await outcome(target, input));
    }
    expect(outcomes).not.toContain('INTERNAL');
    // Not all may end at the first check, or nothing would be tried.
    expect(outcomes.size).toBeGreaterThan(1);
  });
});
