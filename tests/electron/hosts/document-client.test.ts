// Main's end of a document host: what a crash, a hang, garbage and a greedy host mean.
import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { DocumentClient, TIMEOUTS } from '../../../electron/hosts/document-client.ts';

class Channel extends EventEmitter {
  readonly heard: Record<string, unknown>[] = [];
  killed = 0;
  postMessage(message: unknown): void {
    this.heard.push(message as Record<string, unknown>);
  }
  kill(): void {
    this.killed++;
  }
}

const file = { path: '/tmp/surat.pdf', identity: '1 2 3 4' };
const inspect = { file };
const open = () => {
  const channel = new Channel();
  return { channel, client: new DocumentClient(channel) };
};
const limit = (name: string) => ({ code: 'PDF_LIMIT_EXCEEDED', params: { limit: name } });

describe('DocumentClient', () => {
  it('gives each request its own answer, in whatever order they come', async () => {
    const { channel, client } = open();
    const first = client.request('inspect', inspect);
    const second = client.request('inspect', inspect);
    channel.emit('message', { kind: 'answer', id: 1, answer: { pageCount: 2, signatureCount: 0 } });
    channel.emit('message', {
      kind: 'problem',
      id: 0,
      problem: { code: 'PDF_NOT_A_PDF', params: {} },
    });
    expect(await second).toEqual({ pageCount: 2, signatureCount: 0 });
    await expect(first).rejects.toMatchObject({ code: 'PDF_NOT_A_PDF' });
    expect(client.running).toBe(true);
  });

  it('fails what is under way when the host crashes, and everything after', async () => {
    const { channel, client } = open();
    const asked = client.request('inspect', inspect);
    channel.emit('exit');
    await expect(asked).rejects.toMatchObject(limit('process'));
    expect(client.running).toBe(false);
    await expect(client.request('inspect', inspect)).rejects.toMatchObject(limit('process'));
  });

  it.each([
    ['not our language', 'nonsense'],
    ['an answer to nothing', { kind: 'answer', id: 99, answer: {} }],
    ['an answer of another shape', { kind: 'answer', id: 0, answer: { pageCount: -1 } }],
    [
      'a wish for a signature where nothing is signed',
      {
        kind: 'sign',
        id: 0,
        data: new Uint8Array(1),
        algorithm: 'RSA_PKCS1_SHA256',
        sha256: 'a'.repeat(64),
      },
    ],
  ])('ends a host that sends %s', async (_what, message) => {
    const { channel, client } = open();
    const asked = client.request('inspect', inspect);
    channel.emit('message', message);
    await expect(asked).rejects.toMatchObject(limit('process'));
    expect(channel.killed).toBe(1);
  });

  it('ends a host that hangs', async () => {
    vi.useFakeTimers();
    const { channel, client } = open();
    const asked = client.request('inspect', inspect);
    const outcome = expect(asked).rejects.toMatchObject(limit('time'));
    await vi.advanceTimersByTimeAsync(TIMEOUTS.inspect);
    await outcome;
    expect(channel.killed).toBe(1);
    vi.useRealTimers();
  });

  it('signs for the host, waits for a person as long as it takes, and hears a refusal', async () => {
    vi.useFakeTimers();
    const { channel, client } = open();
    const phases: string[] = [];
    let answer = (_yes: boolean): void => undefined;
    const decided = new Promise<boolean>((resolve) => (answer = resolve));
    let refuse = (_error: Error): void => undefined;
    const order = {
      ...{ file, name: 'surat.pdf', output: '/tmp/baru.pdf', overwrite: false },
      ...{
        certificate: new Uint8Array(1),
        chain: [],
        stamp: null,
        footer: null,
        certification: null,
        field: null,
      },
      ...{ reason: '', location: '' },
      level: 'B-B' as const,
      outside: { authorities: [], anchors: [], office: [], proxy: null, environment: {} },
    };
    const signed = client.request('sign', order, {
      sign: () => new Promise((_resolve, reject) => (refuse = reject)),
      decide: () => decided,
      onProgress: ({ phase }) => phases.push(phase),
    });
    const outcome = expect(signed).rejects.toMatchObject({ code: 'CANCELLED' });
    channel.emit('message', { kind: 'progress', id: 0, phase: 'signing', done: 0, total: 0 });
    channel.emit('message', { kind: 'question', id: 0, question: 'unchecked', problems: [] });
    await vi.advanceTimersByTimeAsync(TIMEOUTS.sign * 10);
    expect(channel.killed).toBe(0);
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(channel.heard.at(-1)).toEqual({ kind: 'decided', id: 0, accept: true });
    const wish = { data: new Uint8Array(3), algorithm: 'RSA_PKCS1_SHA256' };
    const documents = [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }];
    channel.emit('message', { kind: 'sign', id: 0, ...wish, documents, count: 1 });
    await vi.advanceTimersByTimeAsync(TIMEOUTS.sign * 10);
    expect(channel.killed).toBe(0);
    refuse(new PenaError('CANCELLED'));
    await vi.advanceTimersByTimeAsync(0);
    expect(channel.heard.at(-1)).toEqual({
      ...{ kind: 'signed', id: 0, signature: null },
      problem: { code: 'CANCELLED', params: {} },
    });
    channel.emit('message', { kind: 'problem', id: 0, problem: { code: 'CANCELLED', params: {} } });
    await outcome;
    expect(phases).toEqual(['signing']);
    vi.useRealTimers();
  });
});
