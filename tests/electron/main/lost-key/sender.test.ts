// What goes out in the background, and when: a way that counts stands for an authority. Outbox, cases and their key are
// real; time is set forward by hand.
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handInOf } from '../../../../core/lifecycle/applications/hand-in.ts';
import { beginApplication } from '../../../../core/lifecycle/applications/steps.ts';
import { report } from '../../../../core/lifecycle/lost-key/open-case.ts';
import { enqueue } from '../../../../core/lifecycle/outbox/deliver.ts';
import type { ApplicationChannel } from '../../../../core/ports/application-channel.ts';
import type { ReportChannel } from '../../../../core/ports/report-channel.ts';
import { ReportSender } from '../../../../electron/main/lost-key/sender.ts';
import { lostPlaces } from '../../../../native/cases/places.ts';
import { BARE } from '../../../core/lifecycle/lost-key/sample-case.ts';
import { applicationFile } from '../../../support/report/applications.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

// No window is opened here, and there is no binary to open one with.
vi.mock('electron', () => ({ app: { isPackaged: true } }));
// Neither what other files have loaded without it nor, to them, what is loaded with it here.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

const KEY = '0e8f6b1a-1111-4222-8333-444455556666';

beforeEach(() => {
  // Nobody's own settings, and no network that they would name.
  vi.stubEnv('XDG_CONFIG_HOME', temporaryFolder());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function world() {
  const places = lostPlaces(temporaryFolder(), new Uint8Array(32).fill(7));
  const state = {
    empty: false,
    open: true,
    sent: 0,
    asked: 0,
    looked: 0,
    changed: 0,
    letters: [] as number[],
  };
  const channel: ReportChannel = {
    id: 'https',
    send: () => {
      state.sent++;
      const at = new Date().toISOString();
      return Promise.resolve({ state: 'received', at, note: '', evidence: null });
    },
    status: () => {
      state.asked++;
      const at = new Date().toISOString();
      return Promise.resolve({ state: 'received', at, note: '', evidence: null });
    },
  };
  /** A way for letters that takes them and never answers. */
  const slow: ApplicationChannel = {
    id: 'email',
    send: () => {
      state.letters.push(state.sent);
      return new Promise(() => undefined);
    },
  };
  const sender = new ReportSender({
    drafts: {
      isEmpty: () => Promise.resolve(state.empty),
      quietly: () => {
        state.looked++;
        return Promise.resolve(
          state.open ? { places, access: 'open' } : { places: null, access: 'passphrase' },
        );
      },
    },
    ways: { open: () => Promise.resolve({ reports: [channel], applications: [slow] }) },
    known: { find: () => Promise.resolve(null) },
    onChanged: () => state.changed++,
  });
  const queue = () => report(BARE, KEY, null, places, new Date());
  return { places, state, sender, queue };
}

/** The next look: the timer runs out, and what it began comes to its end, or is given a moment to go wrong. */
async function look(milliseconds: number, until: () => boolean, patience = 10_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  const end = performance.now() + patience;
  while (!until() && performance.now() < end) await turn();
  await vi.advanceTimersByTimeAsync(0);
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('looks for no key where nobody has ever reported anything', async () => {
  const { state, sender } = world();
  state.empty = true;
  sender.start();
  await look(60_000, () => false, 200);
  expect(state).toMatchObject({ looked: 0, sent: 0, changed: 0 });
  sender.close();
});

it('sends nothing until the passphrase was given, and then at the next look', async () => {
  const { state, sender, queue } = world();
  await queue();
  state.open = false;
  sender.start();
  await look(3_000, () => state.looked > 0);
  await look(30_000, () => state.looked > 1);
  expect(state).toMatchObject({ sent: 0, changed: 0 });
  state.open = true;
  await look(30_000, () => state.changed > 0);
  expect(state).toMatchObject({ sent: 1, changed: 1 });
  sender.close();
});

it('sends once what was received, asks by hand at once, and nothing after its end', async () => {
  const { places, state, sender, queue } = world();
  await queue();
  await Promise.all([sender.now(places), sender.now(places)]);
  // The rounds came one after the other: the second found nothing to send.
  expect(state.sent).toBe(1);
  expect(state.asked).toBeGreaterThan(0);
  sender.start();
  sender.close();
  const before = state.looked;
  await look(60_000, () => false, 200);
  expect(state.looked).toBe(before);
});

it('sends a report before a letter whose way hangs', async () => {
  const { places, state, sender, queue } = world();
  const id = 'c0ffee00-1111-4222-8333-444455556666';
  const now = new Date();
  const begun = { id, kind: 'problem', certificate: null, before: {}, zone: 'WITA' } as const;
  await places.letters.write(id, beginApplication(begun, now));
  const handIn = handInOf(await applicationFile('problem', { id }));
  await enqueue(places.handIns, { key: id, handIn }, now);
  await queue();
  const round = sender.now(places);
  await look(0, () => state.letters.length > 0);
  // As many reports were away when the letter's turn came.
  expect(state.letters).toEqual([1]);
  sender.close();
  expect(await Promise.race([round.then(() => 'ended'), turn().then(() => 'hangs')])).toBe('hangs');
});
