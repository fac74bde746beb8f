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
 * The thread of the handlers. On Linux the scheduler says how long a thread that could run had to wait for
 * a processor (/proc/PID/schedstat, the second number, nanoseconds); elsewhere the whole gap counts.
 * @returns ends it
 */
export async function watchHandlers(app: PenaApp): Promise<() => Promise<HeldUp>> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const waited = (): number => {
      try {
        return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
      } catch {
        return 0;
      }
    };
    const found = { gap: 0, own: 0, ticks: 0 };
    let [last, lastWaited] = [performance.now(), waited()];
    const timer = setInterval(() => {
      const [now, total] = [performance.now(), waited()];
      const gap = now - last;
      found.ticks += 1;
      found.gap = Math.max(found.gap, gap);
      found.own = Math.max(found.own, gap - 10 - (total - lastWaited));
      [last, lastWaited] = [now, total];
    }, 10);
    Object.assign(globalThis, { penaHeldUp: { found, timer } });
  }, null);
  return () =>
    app.evaluate(() => {
      const { penaHeldUp } = globalThis as unknown as {
        penaHeldUp: { found: HeldUp; timer: NodeJS.Timeout };
      };
      clearInterval(penaHeldUp.timer);
      return penaHeldUp.found;
    }, null);
}
