// What main and the receiver's process say to each other. Main parses what it hears: that process reads what strangers
// send.
import { z } from 'zod';
import { failure } from '../../core/contract/shapes.ts';
import { ERROR_CODES } from '../../core/domain/error-code.ts';

const text = z.string().max(200_000);

export const toReceiver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    store: z.string().max(4096),
    /** The desk's; wiped there. */
    secret: z.instanceof(Uint8Array),
    ...{ host: z.string().max(100), port: z.number().int() },
    tls: z.strictObject({ certificate: text, key: text }),
    receipts: z.strictObject({ certificate: text, key: text }),
    tokenDigest: z.instanceof(Uint8Array),
  }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type ToReceiver = z.infer<typeof toReceiver>;

export const fromReceiver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listening'), port: z.number().int().min(1).max(65_535) }),
  z.strictObject({ kind: z.literal('failed'), failure }),
  z.strictObject({
    kind: z.literal('answered'),
    what: z.enum(['report', 'application', 'status', 'other']),
    status: z.number().int().min(100).max(599),
    code: z.enum(ERROR_CODES).nullable(),
  }),
]);
export type FromReceiver = z.infer<typeof fromReceiver>;
