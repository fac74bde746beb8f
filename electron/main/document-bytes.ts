// A document's bytes for the viewer, as much of them as it asks for (206 Partial Content).
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { parseRange, type ByteRange } from './byte-range.ts';

const CHUNK = 256 * 1024;

export function documentBytes(source: ByteSource, rangeHeader: string | null): Response {
  const { size } = source;
  const range = parseRange(rangeHeader, size);
  const headers = {
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  };
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${size}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: size };
  return new Response(stream(source, { start, end }), {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(end - start),
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
    },
  });
}

function stream(source: ByteSource, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    async pull(controller) {
      if (at < end) {
        const bytes = await source.read(at, Math.min(CHUNK, end - at));
        if (bytes.byteLength === 0) throw new Error('the document ended early');
        at += bytes.byteLength;
        controller.enqueue(bytes);
      }
      if (at >= end) controller.close();
    },
  });
}
