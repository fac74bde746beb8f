// Asking several time-stamp authorities: the first good answer counts, every failure is named, none waits for ever.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type StampAuthority,
  TimestampService,
  type TimestampServiceOptions,
} from '../../../core/trust/timestamping.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { rejection } from '../../support/rejection.ts';
import {
  babble,
  type Behaviour,
  cut,
  drip,
  flood,
  garbage,
  hang,
  naughtyServer,
  redirect,
  slam,
  status,
} from '../../support/services/naughty-server.ts';
import { questionIn, stampWith, WRONG_STAMPS } from '../../support/services/stamping.ts';
import { refusingStamp } from '../../support/services/test-proofs.ts';

const digest = createHash('sha256').update('value').digest();

function service(
  authorities: readonly StampAuthority[],
  more: Partial<TimestampServiceOptions> = {},
) {
  let now = 0;
  let count = 0;
  const stamping = new TimestampService({
    http: createHttpClient({ environment: {} }),
    clock: { now: () => new Date(now) },
    random: (length) => new Uint8Array(length).fill(0x80 + ++count),
    authorities,
    timeoutMs: 400,
    trusts: ({ certificate }) => certificate.issuerCommonName === 'Root',
    ...more,
  });
  return { stamping, wait: (ms: number) => (now += ms) };
}

describe('each way to fail is named, and the next authority is asked:', () => {
  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['a wish for a password', status(401), 'NET_AUTH'],
    ['garbage', garbage, 'TSA_MALFORMED'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a drip', drip, 'NET_TIMEOUT'],
    ['50 MB', flood({ announced: false }), 'NET_TOO_LARGE'],
    ['50 MB, announced', flood({ announced: true }), 'NET_TOO_LARGE'],
    ['a redirect loop', redirect('/bad'), 'NET_REDIRECT'],
    ['a cut line', cut, 'NET_INTERRUPTED'],
    ['a line cut at once', slam, 'NET_INTERRUPTED'],
    ['another protocol', babble, 'NET_INTERRUPTED'],
    ['a refusal', (response) => response.end(refusingStamp(2, 14, 'sibuk')), 'TSA_REFUSED'],
    ...WRONG_STAMPS,
  ] as const satisfies readonly (readonly [string, Behaviour, string])[])(
    '%s',
    async (_, behaviour, code) => {
      const server = await naughtyServer({ '/bad': behaviour, '/good': stampWith() });
      const { stamping } = service([
        { name: 'Bad', url: `${server.url}/bad` },
        { name: 'Good', url: `${server.url}/good` },
      ]);
      const began = performance.now();
      const outcome = await stamping.stamp('sha256', digest);
      expect(outcome.failures.map(({ authority: one, error }) => [one.name, error.code])).toEqual([
        ['Bad', code],
      ]);
      expect(outcome).toMatchObject({ ok: true, authority: { name: 'Good' } });
      if (code.startsWith('TSA_')) {
        expect(outcome.failures[0]?.error.params['authority']).toBe('Bad');
      }
      // Fifty times its patience: a busy machine may take long, but not for ever.
      expect(performance.now() - began).toBeLessThan(20_000);
    },
  );

  it('and when all fail, all are named', async () => {
    const server = await naughtyServer({ '/a': status(503), '/b': garbage });
    const { stamping } = service([
      { name: 'A', url: `${server.url}/a` },
      { name: 'B', url: `${server.url}/b` },
    ]);
    const outcome = await stamping.stamp('sha256', digest);
    expect(outcome.ok).toBe(false);
    expect(outcome.failures.map(({ error }) => error.code)).toEqual([
      'NET_STATUS',
      'TSA_MALFORMED',
    ]);
    expect(await service([]).stamping.stamp('sha256', digest)).toEqual({ ok: false, failures: [] });
  });
});

describe('the service', () => {
  it('sends the question as RFC 3161 says, with the credential, and a new nonce each time', async () => {
    const server = await naughtyServer({ '/tsa': stampWith() });
    const credential = () => Promise.resolve({ user: 'kota', password: Buffer.from('sandi') });
    const { stamping } = service([{ name: 'A', url: `${server.url}/tsa`, credential }]);
    await stamping.stamp('sha256', digest);
    await stamping.stamp('sha256', digest);
    const [first, second] = server.asked;
    expect(first).toMatchObject({
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        authorization: `Basic ${Buffer.from('kota:sandi').toString('base64')}`,
      },
    });
    const nonces = [first, second].map((one) => questionIn(one!.body).nonce[0]);
    expect(nonces).toEqual([0x81, 0x82]);
  });

  it('asks one that failed last, for ten minutes', async () => {
    let broken = true;
    const server = await naughtyServer({
      '/a': (...asked) => (broken ? status(500) : stampWith())(...asked),
      '/b': stampWith(),
    });
    const { stamping, wait } = service([
      { name: 'A', url: `${server.url}/a` },
      { name: 'B', url: `${server.url}/b` },
    ]);
    const asked = async (): Promise<string[]> => {
      const before = server.asked.length;
      await stamping.stamp('sha256', digest);
      return server.asked.slice(before).map(({ path }) => path);
    };
    expect(await asked()).toEqual(['/a', '/b']);
    broken = false;
    expect(await asked()).toEqual(['/b']);
    wait(9 * 60_000);
    expect(await asked()).toEqual(['/b']);
    wait(2 * 60_000);
    expect(await asked()).toEqual(['/a']);
  });

  it('stops when the user does', async () => {
    const server = await naughtyServer({ '/a': hang, '/b': stampWith() });
    const { stamping } = service(
      [
        { name: 'A', url: `${server.url}/a` },
        { name: 'B', url: `${server.url}/b` },
      ],
      { timeoutMs: 5000 },
    );
    const signal = AbortSignal.timeout(100);
    expect((await rejection(stamping.stamp('sha256', digest, signal))).code).toBe('CANCELLED');
    expect(server.asked.map(({ path }) => path)).toEqual(['/a']);
  });
});
