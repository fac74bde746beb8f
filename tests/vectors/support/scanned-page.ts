// A page that is a scan, as scanners and programs write it: compressed in every way that PDF knows (see
// ../scans/make.py for what is on it and where), and as plain samples.
import { readFileSync } from 'node:fs';
import { baseDocument } from './base-document.ts';

export interface Scan {
  readonly name: string;
  /** Entries of the picture, without its size and its filter. */
  readonly entries: string;
  readonly filter: string;
  readonly parms?: string;
  readonly data: Uint8Array;
  /** Entries of further objects that it refers to, from number 20 on, and their data. */
  readonly others?: Readonly<Record<number, readonly [string, string]>>;
}

const [WIDE, HIGH] = [827, 1169];
const read = (name: string): Uint8Array =>
  readFileSync(new URL(`../scans/${name}.bin`, import.meta.url));

const GREY = '/ColorSpace /DeviceGray /BitsPerComponent 8';
const COLOUR = '/ColorSpace /DeviceRGB /BitsPerComponent 8';
const BITS = '/ColorSpace /DeviceGray /BitsPerComponent 1';
const fax = (k: number, more = ''): string =>
  `<< /K ${k} /Columns ${WIDE} /Rows ${HIGH} ${more} >>`;
const INVERTED = '/Decode [1 0 1 0 1 0 1 0]';

const jpeg = (name: string, file: string, entries: string): Scan => ({
  ...{ name, entries, filter: '/DCTDecode', data: read(file) },
});
const bits = (name: string, file: string, filter: string, more: Partial<Scan> = {}): Scan => ({
  ...{ name, entries: BITS, filter, data: read(file), ...more },
});

const CCITT = '/CCITTFaxDecode';
const G4 = { parms: fax(-1) };
/** Plain samples of the same page, coarser: a line where the amount stands, and paper. */
const plain = (written: number, paper: number): Uint8Array =>
  Uint8Array.from({ length: WIDE * HIGH }, (_, at) => {
    const [x, y] = [(at % WIDE) * 0.72, 842 - Math.floor(at / WIDE) * 0.72];
    return x > 120 && x < 300 && y > 345 && y < 355 && at % 3 !== 0 ? written : paper;
  });

export const SCANS: readonly Scan[] = [
  jpeg('JPEG in colours', 'jpeg-colour', COLOUR),
  jpeg('progressive JPEG', 'jpeg-progressive', COLOUR),
  jpeg('grey JPEG', 'jpeg-grey', GREY),
  jpeg(
    'JPEG of four inks, inverted',
    'jpeg-cmyk',
    `/ColorSpace /DeviceCMYK /BitsPerComponent 8 ${INVERTED}`,
  ),
  {
    ...jpeg(
      'JPEG with a profile',
      'jpeg-colour',
      '/ColorSpace [/ICCBased 20 0 R] /BitsPerComponent 8',
    ),
    others: { 20: ['/N 3', 'x'] },
  },
  bits('fax of group 4', 'fax-g4', CCITT, G4),
  bits('fax of group 3', 'fax-g3-1d', CCITT, { parms: fax(0) }),
  bits('fax of group 3 in two dimensions', 'fax-g3-2d', CCITT, { parms: fax(4) }),
  bits('fax as a stencil', 'fax-g4', CCITT, {
    ...{ ...G4, entries: '/ImageMask true /BitsPerComponent 1' },
  }),
  bits('fax twice inverted', 'fax-g4', CCITT, {
    ...{ parms: fax(-1, '/BlackIs1 true'), entries: `${BITS} /Decode [1 0]` },
  }),
  bits('JBIG2', 'jbig2', '/JBIG2Decode'),
  bits('JBIG2 coded as a fax is', 'jbig2-mmr', '/JBIG2Decode'),
  { name: 'JPEG 2000', entries: '', filter: '/JPXDecode', data: read('jp2') },
  {
    name: 'JPEG 2000 as a bare code stream',
    entries: COLOUR,
    filter: '/JPXDecode',
    data: read('j2k'),
  },
  {
    ...{ name: 'a palette', filter: '', data: plain(3, 7) },
    entries: `/ColorSpace [/Indexed /DeviceRGB 7 <${'000000'.repeat(4)}${'f0ead6'.repeat(4)}>] /BitsPerComponent 8`,
  },
  {
    ...{ name: 'one ink of a name', filter: '', data: plain(230, 10) },
    entries:
      '/ColorSpace [/Separation /Hitam /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] /BitsPerComponent 8',
  },
  {
    ...{ name: 'black behind a mask in JPEG', filter: '', data: plain(0, 0) },
    entries: `${GREY} /SMask 20 0 R`,
    others: {
      20: [
        `/Type /XObject /Subtype /Image /Width ${WIDE} /Height ${HIGH} ${GREY} /Decode [1 0] /Filter [/ASCIIHexDecode /DCTDecode]`,
        Buffer.from(read('jpeg-grey')).toString('hex'),
      ],
    },
  },
];

/** A document whose first page is the scan from edge to edge, or drawn as the content says. */
export function scannedPage(
  { entries, filter, parms, data, others = {} }: Scan,
  content = 'q 595 0 0 842 0 0 cm /Im1 Do Q',
): Buffer {
  const size = `/Type /XObject /Subtype /Image /Width ${WIDE} /Height ${HIGH}`;
  const decode = parms === undefined ? '' : `/DecodeParms [null ${parms}]`;
  const picture = `${size} ${entries} /Filter [/ASCIIHexDecode ${filter}] ${decode}`;
  const hexadecimal = Buffer.from(data).toString('hex');
  return baseDocument({ content, streams: { 6: [picture, hexadecimal], ...others } });
}

/** What nobody can read: broken, and one that asks for four gigabytes. */
export const UNREAD: readonly Scan[] = [
  {
    name: 'JPEG that is none',
    entries: GREY,
    filter: '/DCTDecode',
    data: Buffer.from('no picture'),
  },
  {
    ...{ name: 'JPEG larger than any scan', entries: GREY, filter: '/DCTDecode' },
    data: enlarged(read('jpeg-grey')),
  },
  {
    name: 'a filter that nobody knows',
    entries: GREY,
    filter: '/WaveDecode',
    data: Buffer.from('x'),
  },
];

/** The same with another size in its frame (ITU-T T.81 B.2.2). */
function enlarged(jpegFile: Uint8Array): Uint8Array {
  const copy = Buffer.from(jpegFile);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt32BE(0xffff_ffff, frame + 5);
  return copy;
}
