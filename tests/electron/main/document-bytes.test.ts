// A document's bytes as responses: whole, in part, and refused.
import { describe, expect, it } from 'vitest';
import { documentBytes } from '../../../electron/main/document-bytes.ts';
import { memorySource } from '../../core/support/memory-source.ts';

const BYTES = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251);
const respond = async (range: string | null) => {
  const response = documentBytes(memorySource(BYTES), range);
  return { response, body: new Uint8Array(await response.arrayBuffer()) };
};

describe('documentBytes', () => {
  it('sends the whole where no part is asked for', async () => {
    const { response, body } = await respond(null);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('600000');
    expect(Buffer.compare(body, BYTES)).toBe(0);
  });

  it('sends a part larger than one read', async () => {
    const { response, body } = await respond('bytes=100-500099');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 100-500099/600000');
    expect(Buffer.compare(body, BYTES.subarray(100, 500_100))).toBe(0);
  });

  it('refuses a part that is not there', async () => {
    const { response, body } = await respond('bytes=600000-');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */600000');
    expect(body.byteLength).toBe(0);
  });
});
