// A second signer's stamp on the blank part of a scanned page, on the line that a name stands on, or beside a
// picture that nobody can read.
import { stampContent } from '../../support/signing.ts';
import { SECOND, signed } from '../support/in-memory.ts';
import { type Scan, scannedPage, SCANS, UNREAD } from '../support/scanned-page.ts';
import type { LegitimateChange } from './changes.ts';

const BLANK = { x: 320, y: 60, width: 200, height: 80 };
const ABOVE_NAME = { x: 330, y: 190, width: 200, height: 80 };
const ON_LINE = { x: 320, y: 150, width: 220, height: 70 };

function on(what: string, scan: Scan, rect: typeof BLANK, content?: string): LegitimateChange {
  return {
    name: `second stamp on white ${what}: ${scan.name}`,
    build: async () =>
      signed(await signed(scannedPage(scan, content)), {
        key: SECOND,
        stamp: { page: 1, rect, content: await stampContent({ opaque: true }) },
      }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  };
}

export const LEGITIMATE_SCANS: readonly LegitimateChange[] = [
  ...SCANS.map((scan) => on('on the blank part of a scan', scan, BLANK)),
  ...SCANS.slice(0, 8).map((scan) => on('above the name on a scan', scan, ABOVE_NAME)),
  ...SCANS.slice(0, 8).map((scan) => on('over the line for a name on a scan', scan, ON_LINE)),
  ...UNREAD.map((scan) =>
    on('beside a picture that cannot be read', scan, BLANK, 'q 595 0 0 500 0 342 cm /Im1 Do Q'),
  ),
];
