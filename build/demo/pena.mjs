// The demo's calls of the real command line: `pena sign` and `pena verify`, as anyone would type them.
import { join } from 'node:path';
import { CommandError, tryRun } from '../lib/command.mjs';
import { language } from '../lib/language.mjs';
import { root } from '../lib/root.mjs';
import { PRACTICE_P12_PASSPHRASE, PRACTICE_PIN } from '../practice/constants.mjs';
import { practiceProfile } from '../practice/practice-profile.mjs';
import { STAMP_ROOM } from '../samples/stamp-room.mjs';

/** @typedef {import('../practice/practice-world.mjs').PracticeWorld} PracticeWorld */

const { x, y, width, height } = STAMP_ROOM;
const STAMP = { page: 'last', rect: [x, y, width, height].join(',') };

/**
 * In practice mode, with a profile of the demo's own: outside of it, nobody trusts these certificates.
 * @param {PracticeWorld} world
 * @param {readonly string[]} args
 * @param {{ input?: string }} [options]
 */
async function pena(world, args, options = {}) {
  const locale = language === 'en' ? 'en_US.UTF-8' : 'id_ID.UTF-8';
  const command = [join(root, 'cli/bin.js'), ...args];
  const profile = practiceProfile(world);
  const env = { LC_ALL: locale, LANG: locale, PENA_PRACTICE: '1', ...profile };
  const result = await tryRun(process.execPath, command, { env, input: options.input ?? '' });
  return { ...result, lines: asTyped(args, { PENA_PRACTICE: '1', ...profile }) };
}

/**
 * The command as it can be typed into a POSIX shell, a file or an option a line.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {string[]}
 */
function asTyped(args, env) {
  const quote = (/** @type {string} */ word) =>
    /^[\w./,:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
  const words = args.filter((arg) => arg !== '--pin-stdin').map(quote);
  const parts = [...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`)];
  parts.push(`npx pena ${words.slice(0, 2).join(' ')}`);
  // From here on each option stands with its value.
  for (const word of words.slice(2)) {
    if (word.startsWith('--')) parts.push(`  ${word}`);
    else parts.push(`${parts.pop()} ${word}`);
  }
  return parts.map((part, i) => (i < parts.length - 1 ? `${part} \\` : part));
}

/**
 * Signs with the token, or with the PKCS#12 file where there is none. The PIN goes over stdin.
 * @param {PracticeWorld} world
 * @param {string} original
 * @param {string} signed
 * @param {string | null} tsaUrl null: no time stamp, nothing asked
 * @returns {Promise<{ lines: string[] }>} the command as it can be typed
 * @throws {CommandError}
 */
export async function sign(world, original, signed, tsaUrl) {
  const key =
    world.module === null || world.tokenLabel === null
      ? ['--p12', world.p12]
      : ['--token', world.tokenLabel];
  const result = await pena(
    world,
    [
      ...['sign', original, '--out', signed, ...key],
      ...['--page', STAMP.page, '--rect', STAMP.rect, '--text', 'Wali Kota Latihan'],
      ...(tsaUrl === null
        ? ['--offline']
        : ['--level', 'b-lta', '--tsa', tsaUrl, ...trusting(world)]),
      ...['--reason', 'Penetapan keputusan (latihan)', '--location', 'Kota Latihan', '--pin-stdin'],
    ],
    {
      input: `${world.module === null ? PRACTICE_P12_PASSPHRASE : PRACTICE_PIN}\n`,
    },
  );
  if (result.status !== 0) throw new CommandError(result.lines.join('\n'), result);
  return { lines: result.lines };
}

/** @param {PracticeWorld} world */
function trusting({ anchors }) {
  return anchors.flatMap((anchor) => ['--trust', anchor]);
}

/**
 * @param {PracticeWorld} world
 * @param {string} file
 * @returns {Promise<{ lines: string[], report: any, intact: boolean, passed: boolean }>} report: the first
 *   object of `pena verify --json`; intact: also up to the practice CA, and nothing failed
 * @throws {CommandError} when verify gave no report
 */
export async function verify(world, file) {
  const result = await pena(world, ['verify', file, ...trusting(world), '--offline', '--json']);
  // 0 passed, 1 failed, 2 indeterminate: all three are answers.
  if (![0, 1, 2].includes(result.status)) throw new CommandError(result.lines.join('\n'), result);
  const report = JSON.parse(result.stdout.toString())[0];
  const signature = report?.signatures?.[0];
  const passed = report?.verdict === 'TOTAL_PASSED';
  const intact =
    (passed || report?.verdict === 'INDETERMINATE') &&
    signature?.intact === true &&
    typeof signature.trustAnchor === 'string';
  return { lines: result.lines, report, intact, passed: passed && intact };
}
