// A later stamp over what is written on a scanned page, in every way that scans are compressed; and over scans that
// nobody can read.
import { stampContent } from '../../support/signing.ts';
import { SECOND, signed } from '../support/in-memory.ts';
import { type Scan, scannedPage, SCANS, UNREAD } from '../support/scanned-page.ts';
import type { Attack } from './attack.ts';

const AMOUNT = { x: 100, y: 300, width: 200, height: 80 };
/** Where a hand signed in blue ink. */
const HAND = { x: 330, y: 320, width: 160, height: 60 };
/** The foot of the letters alone. */
const EDGE = { x: 100, y: 270, width: 200, height: 84 };
const BLANK = { x: 320, y: 60, width: 200, height: 80 };

function under(what: string, scan: Scan, rect: typeof AMOUNT, content?: string): Attack {
  return {
    name: `a stamp with a ground over ${what}: ${scan.name}`,
    named: UNREAD.includes(scan) ? 'STAMP_ON_UNREAD_PICTURE' : 'CONTENT_MAY_BE_COVERED',
    build: async () =>
      signed(await signed(scannedPage(scan, content)), {
        key: SECOND,
        stamp: { page: 1, rect, content: await stampContent({ opaque: true }) },
      }),
  };
}

const named = (name: string): Scan => {
  const scan = SCANS.find((one) => one.name === name);
  if (scan === undefined) throw new Error(`no scan: ${name}`);
  return scan;
};
const coloured = named('JPEG in colours');
const grey = named('grey JPEG');

export const SCAN_ATTACKS: readonly Attack[] = [
  ...SCANS.map((scan) => under('an amount on a scan', scan, AMOUNT)),
  under("a hand's signature on a scan", coloured, HAND),
  under("a hand's signature on a scan", named('fax of group 4'), HAND),
  under('the foot of a line of a scan', coloured, EDGE),
  under(
    'an amount on a scan upside down',
    coloured,
    AMOUNT,
    'q -595 0 0 -842 420 697 cm /Im1 Do Q',
  ),
  under('an amount on a scan, turned', grey, AMOUNT, 'q 0 595 -842 0 545 160 cm /Im1 Do Q'),
  ...UNREAD.map((scan) => under('a scan that cannot be read', scan, BLANK)),
];
