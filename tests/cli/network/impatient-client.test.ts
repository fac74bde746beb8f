// A server that keeps silent is not asked again for a minute; one that answers wrongly is.
import { expect, test } from 'vitest';
import { impatientClient } from '../../../cli/network/impatient-client.ts';
import type { ErrorCode } from '../../../core/domain/error-code.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { rejection } from '../../support/rejection.ts';

const question = (url: string) =>
  ({ method: 'GET', url, maxBytes: 1000, timeoutMs: 1000 }) as const;

function failing(code: ErrorCode) {
  const asked: string[] = [];
  let time = 0;
  const request = ({ url }: { url: string }) => {
    asked.push(url);
    return Promise.reject(new PenaError(code, { host: 'a.id' }));
  };
  return {
    asked,
    pass: (ms: number) => (time += ms),
    http: impatientClient({ request }, () => time),
  };
}

test('does not wait twice for one that keeps silent', async () => {
  const { asked, http, pass } = failing('NET_TIMEOUT');
  for (const url of ['http://a.id/1', 'http://a.id/2', 'http://b.id/1']) {
    expect((await rejection(http.request(question(url)))).code).toBe('NET_TIMEOUT');
  }
  expect(asked).toEqual(['http://a.id/1', 'http://b.id/1']);
  pass(60_001);
  await rejection(http.request(question('http://a.id/3')));
  expect(asked.at(-1)).toBe('http://a.id/3');
});

test('asks again where the answer was no good', async () => {
  const { asked, http } = failing('NET_STATUS');
  await rejection(http.request(question('http://a.id/1')));
  await rejection(http.request(question('http://a.id/2')));
  expect(asked).toHaveLength(2);
});
