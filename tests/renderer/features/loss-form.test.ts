// Times as people here write them, day first, and what keeps a step from being left.
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  type LossForm,
  problemsOf,
  timeOf,
  typedTime,
} from '../../../renderer/features/lost-key/loss-form.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
const FORM: LossForm = {
  ...{ reportedBy: 'owner', ground: 'lost', happenedAt: '', lastOwnUse: '', place: '' },
  ...{ narrative: 'hilang', name: 'ANI', nip: '', email: 'ani@contoh.test', reporter: '' },
};

describe('timeOf', () => {
  it.each([
    ['24-11-2026 19.30', 'WITA', '2026-11-24T11:30:00.000Z'],
    ['24/11/2026, 19:30', 'WIB', '2026-11-24T12:30:00.000Z'],
    ['1.2.2026', 'WIT', '2026-01-31T15:00:00.000Z'],
  ] as const)('%s %s', (typed, zone, time) => {
    expect(timeOf(typed, zone)).toBe(time);
  });

  it.each(['', '31-02-2026', '11-24-2026 19.30', '24-11-26', '24-11-2026 24.00', 'kemarin'])(
    'does not make a time of "%s"',
    (typed) => {
      expect(timeOf(typed, 'WITA')).toBeNull();
    },
  );

  it('reads what it writes', () => {
    expect(typedTime('2026-11-24T11:30:00.000Z', 'WITA')).toBe('24-11-2026 19.30');
  });

  it('knows a day alone', () => {
    expect(dayOf('25-11-2026')).toBe('2026-11-25');
    expect(dayOf('25-11-2026 10.00')).toBeNull();
  });
});

describe('problemsOf', () => {
  it.each([
    [{}, 'event', []],
    [{ narrative: ' ' }, 'event', ['narrative']],
    [{ happenedAt: '26-11-2026 10.00' }, 'event', ['happenedAt']],
    [{ lastOwnUse: 'kemarin' }, 'event', ['lastOwnUse']],
    [{}, 'send', []],
    [{ email: '' }, 'send', ['contact']],
    [{ email: '', nip: '198001012005011001' }, 'send', []],
    [{ nip: '1980' }, 'send', ['contact']],
    [{ email: 'ani@contoh' }, 'send', ['email']],
    [{ name: '' }, 'send', ['name']],
  ] as const)('%o in %s', (part, step, problems) => {
    expect(problemsOf({ ...FORM, ...part }, step, 'WITA', NOW)).toEqual(problems);
  });
});
