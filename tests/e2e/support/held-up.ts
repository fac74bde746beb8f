// How long a window's page and the handlers' process kept others waiting. What a busy computer takes from
// them is no fault of theirs: of a gap counts what the thread itself made of it.
import type { CDPSession, Page } from '@playwright/test';
import type { PenaApp } from '../../support/harness/launch.ts';

/** Milliseconds. */
export interface HeldUp {
  /** The longest time between two ticks of a 10 ms timer, on the clock. */
  readonly gap: number;
  /** The most that the thread itself had of a gap: the rest is the computer's. */
  readonly own: number;
  readonly ticks: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds; `tdur` is the thread's processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

const TICK = 'pena-tick';

/** A timer in the page, and a trace of the tasks of its thread. @returns ends both */
export async function watchPage(page: Page): Promise<() => Promise<HeldUp>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  const timer = await page.evaluate(
    (name) => setInterval(() => performance.mark(name), 10) as unknown as number,
    TICK,
  );
  return async () => {
    await page.evaluate((running) => clearInterval(running), timer);
    await endOfTrace(session);
    return ofTrace(events);
  };
}

async function endOfTrace(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

function ofTrace(events: readonly TraceEvent[]): HeldUp {
  const ticks = events.filter(({ name }) => name === TICK).sort((a, b) => a.ts - b.ts);
  const { pid, tid } = ticks[0] ?? { pid: 0, tid: 0 };
  const tasks = events.filter(
    (event) =>
      event.ph === 'X' && event.pid === pid && event.tid === tid && event.dur !== undefined,
  );
  let [gap, own] = [0, 0];
  for (const [index, { ts: to }] of ticks.entries()) {
    const from = ticks[index - 1]?.ts ?? to;
    gap = Math.max(gap, to - from);
    own = Math.max(own, mostOf(tasks, from, to));
  }
  return { gap: gap / 1000, own: own / 1000, ticks: ticks.length };
}

/** Processor time of the tasks between two moments; of tasks within others the outer ones count. */
function mostOf(tasks: readonly TraceEvent[], from: number, to: number): number {
  const within = tasks
    .filter(({ ts, dur = 0 }) => ts < to && ts + dur > from)
    .sort((a, b) => a.ts - b.ts);
  let [total, end] = [0, 0];
  for (const { ts, dur = 0, tdur = dur } of within) {
    if (ts < end) continue;
    end = ts + dur;
    total += Math.min(tdur, Math.min(end, to) - Math.max(ts, from));
  }
  return total;
}

/**
 * The thread of the handlers. Its own part of a gap is at most the time that its event loop was not asleep (a timer
 * that goes off late while nothing is done is the computer's), and at most what is left of the gap without the wait for
 * a processor, which Linux tells (/proc/PID/schedstat, nanoseconds; none elsewhere), and without that of the collector's
 * helper threads: of a collection counts what this thread itself worked. What a handler calculates and what it sits and
 * waits for both count.
 * @returns ends it
 */
export async function watchHandlers(app: PenaApp): Promise<() => Promise<HeldUp>> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const { performance, PerformanceObserver } = process.getBuiltinModule('node:perf_hooks');
    const scheduled = (): [worked: number, waited: number] => {
      try {
        const [worked, waited] = readFileSync('/proc/self/schedstat', 'latin1').split(' ');
        return [Number(worked) / 1e6, Number(waited) / 1e6];
      } catch {
        return [NaN, 0];
      }
    };
    const active = (): number => performance.eventLoopUtilization().active;
    const collections: { from: number; to: number }[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        collections.push({ from: startTime, to: startTime + duration });
    });
    observer.observe({ entryTypes: ['gc'] });
    const gaps: { from: number; to: number; own: number; worked: number }[] = [];
    let [last, [lastWorked, lastWaited], lastActive] = [performance.now(), scheduled(), active()];
    const timer = setInterval(() => {
      const [now, [worked, waited], awake] = [performance.now(), scheduled(), active()];
      const own = Math.min(now - last - 10 - (waited - lastWaited), awake - lastActive);
      gaps.push({ from: last, to: now, own, worked: worked - lastWorked });
      [last, lastWorked, lastWaited, lastActive] = [now, worked, waited, awake];
    }, 10);
    const end = async (): Promise<HeldUp> => {
      clearInterval(timer);
      // Collections are told a turn later.
      await new Promise((resolve) => setTimeout(resolve, 20));
      observer.disconnect();
      const ownOf = ({ from, to, own, worked }: (typeof gaps)[number]): number => {
        const collecting = collections
          .map((one) => Math.min(one.to, to) - Math.max(one.from, from))
          .reduce((total, time) => total + Math.max(0, time), 0);
        const helpers = Number.isNaN(worked) ? 0 : Math.max(0, collecting - worked);
        return Math.max(0, own - helpers);
      };
      return {
        gap: Math.max(0, ...gaps.map(({ from, to }) => to - from)),
        own: Math.max(0, ...gaps.map(ownOf)),
        ticks: gaps.length,
      };
    };
    Object.assign(globalThis, { penaHeldUp: end });
  }, null);
  return () =>
    app.evaluate(
      () => (globalThis as unknown as { penaHeldUp: () => Promise<HeldUp> }).penaHeldUp(),
      null,
    );
}
