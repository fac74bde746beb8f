// What processes hold at a moment: memory and open handles, as Linux counts them.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ memory: number, handles: number }} Holding megabytes resident (RSS), open descriptors
 * @typedef {{ at: number, seconds: number, here: Holding, live: number | null,
 *   hosts: Holding & { count: number }, service: Holding | null }} Reading
 *   after `at` repetitions: of this process, and how many megabytes of it are objects that something still holds
 *   (null without --expose-gc); of its token hosts together; of pcscd
 */

const PAGES_IN_MEGABYTE = 256;

/**
 * @param {number} pid
 * @returns {Holding | null} null where it is gone
 */
export function holdingOf(pid) {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    const handles = readdirSync(`/proc/${pid}/fd`).length;
    return { memory: Math.round((pages / PAGES_IN_MEGABYTE) * 10) / 10, handles };
  } catch {
    return null;
  }
}

/**
 * What is still held after everything else was collected: resident memory also counts what the allocator keeps for
 * later, so that only this tells a leak from a heap that finds its size.
 * @returns {number | null} megabytes
 */
function liveMegabytes() {
  if (typeof globalThis.gc !== 'function') return null;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round(((heapUsed + external) / 2 ** 20) * 100) / 100;
}

/** Process numbers of the token hosts that this process has started and that still run. */
export function hostPids() {
  return readdirSync('/proc/self/task')
    .flatMap((task) => textOf(`/proc/self/task/${task}/children`).split(' ').filter(Boolean))
    .map(Number)
    .filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('/pkcs11/host/'));
}

/**
 * @param {string} file of a thread or process
 * @returns {string} empty where that has ended meanwhile
 */
function textOf(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/**
 * @param {number} at
 * @param {number} started value of performance.now()
 * @param {number | undefined} [service] pid of pcscd
 * @returns {Reading}
 */
export function read(at, started, service) {
  const hosts = hostPids()
    .map(holdingOf)
    .filter((holding) => holding !== null);
  const sum = (/** @type {keyof Holding} */ what) =>
    Math.round(hosts.reduce((total, holding) => total + holding[what], 0) * 10) / 10;
  return {
    at,
    seconds: Math.round((performance.now() - started) / 1000),
    live: liveMegabytes(),
    here: holdingOf(process.pid) ?? { memory: 0, handles: 0 },
    hosts: { count: hosts.length, memory: sum('memory'), handles: sum('handles') },
    service: service === undefined ? null : holdingOf(service),
  };
}

/**
 * @param {string} counted what `at` counts
 * @param {readonly Reading[]} readings
 */
export function readingsTable(counted, readings) {
  const rows = readings.map(({ at, seconds, here, live, hosts, service }) =>
    [
      ...[
        at,
        seconds,
        here.memory,
        live ?? '-',
        here.handles,
        hosts.count,
        hosts.memory,
        hosts.handles,
      ],
      ...(service === null ? [] : [service.memory, service.handles]),
    ].join(' | '),
  );
  const head = [
    ...[counted, 's', 'program MB', 'live MB', 'handles', 'hosts', 'hosts MB', 'handles'],
    ...(readings[0]?.service ? ['pcscd MB', 'handles'] : []),
  ];
  const line = head.map(() => '---:').join(' | ');
  return [head.join(' | '), line, ...rows].map((row) => `| ${row} |`).join('\n');
}
