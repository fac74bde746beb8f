// What a report package (.penareport, a ZIP) holds: its list, with the digest of everything else in it.
import { z } from 'zod';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';

export const MANIFEST = 'manifest.json';
export const REQUEST = 'request.json';
/** Detached CMS over the manifest's bytes, and so over all that it lists. */
export const SIGNATURE = 'manifest.p7s';
/** Names are ours and not the papers': no path, no device name, no trick with letters can hide in them. */
export const PAPER = /^papers\/[1-9]\.(?:pdf|jpg|png)$/;

export const MAX_ENTRIES = REPORT_LIMITS.papers + 3;

const entry = z.strictObject({
  name: z.string().max(40),
  size: z.number().int().nonnegative().max(REPORT_LIMITS.paperBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifest = z.strictObject({
  format: z.literal('pena-package-1'),
  files: z.array(entry).min(1).max(MAX_ENTRIES),
});

export function paperEntryName(index: number, mediaType: string): string {
  const ending = { 'image/jpeg': 'jpg', 'image/png': 'png' }[mediaType] ?? 'pdf';
  return `papers/${String(index + 1)}.${ending}`;
}
