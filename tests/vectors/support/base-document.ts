// The document that is signed, attacked and continued in the vectors: two pages, a form, a note, metadata.
import { Draft } from '../../core/pdf/support/draft.ts';

/** Object numbers of the parts that vectors change. */
export const PART = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 5,
  picture: 6,
  form: 7,
  text: 8,
  box: 9,
  empty: 10,
  note: 11,
  metadata: 12,
  info: 13,
  second: 14,
  secondContent: 15,
  textLook: 16,
  layer: 17,
} as const;

export interface BaseOptions {
  /** Entries added to the catalog, the first page, its resources. */
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  /** More of the first page's annotations. */
  readonly annotations?: string;
  /** Replaces the first page's content. */
  readonly content?: string;
  /** Further objects, from number 20 on. */
  readonly objects?: Readonly<Record<number, string>>;
  readonly streams?: Readonly<Record<number, readonly [entries: string, data: string]>>;
  /** Cross-reference and object streams instead of a table. */
  readonly compressed?: boolean;
  readonly textField?: string;
  readonly emptyField?: string;
}

export const CONTENT = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 1.000.000) Tj ET q /Im1 Do Q';
export const XMP = (title: string): string =>
  [
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>',
    `<rdf:li xml:lang="x-default">${title}</rdf:li>`,
    '</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');

export function baseDocument(options: BaseOptions = {}): Buffer {
  const draft = new Draft();
  const bodies: [number, string][] = [
    [
      1,
      `<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R /Metadata 12 0 R /OCProperties << /OCGs [17 0 R] /D << /ON [17 0 R] >> >> ${options.catalog ?? ''} >>`,
    ],
    [2, '<< /Type /Pages /Kids [3 0 R 14 0 R] /Count 2 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> ${options.resources ?? ''} >> /Annots [8 0 R 9 0 R 10 0 R 11 0 R ${options.annotations ?? ''}] ${options.page ?? ''} >>`,
    ],
    [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    [
      7,
      '<< /Fields [8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>',
    ],
    [
      8,
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 600 300 620] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /V (Budi) /AP << /N 16 0 R >> ${options.textField ?? ''} >>`,
    ],
    [
      9,
      '<< /Type /Annot /Subtype /Widget /FT /Btn /T (setuju) /Rect [72 560 84 572] /P 3 0 R /F 4 /V /Off /AS /Off /AP << /N << /Ya 18 0 R /Off 19 0 R >> >> >>',
    ],
    [
      10,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 100 300 160] /P 3 0 R /F 4 ${options.emptyField ?? ''} >>`,
    ],
    [11, '<< /Type /Annot /Subtype /Text /Rect [500 800 520 820] /P 3 0 R /Contents (Catatan) >>'],
    [13, '<< /Title (Keputusan) /Producer (uji) >>'],
    [
      14,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 15 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ],
    [17, '<< /Type /OCG /Name (Lapisan) >>'],
    ...Object.entries(options.objects ?? {}).map(([n, body]): [number, string] => [
      Number(n),
      body,
    ]),
  ];
  draft.stream(4, '', options.content ?? CONTENT);
  draft.stream(6, '/Type /XObject /Subtype /Form /BBox [0 0 100 100]', '0 0 100 100 re S');
  draft.stream(12, '/Type /Metadata /Subtype /XML', XMP('Keputusan'));
  draft.stream(15, '', 'BT /F1 24 Tf 72 700 Td (Lampiran) Tj ET');
  draft.stream(
    16,
    '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
    '/Tx BMC BT /Helv 10 Tf 2 5 Td (Budi) Tj ET EMC',
  );
  const box = '/Type /XObject /Subtype /Form /BBox [0 0 12 12]';
  draft.stream(18, box, '1 1 m 11 11 l S');
  draft.stream(19, box, '');
  for (const [n, [entries, data]] of Object.entries(options.streams ?? {})) {
    draft.stream(Number(n), entries, data);
  }
  if (options.compressed !== true) {
    for (const [num, body] of bodies) draft.object(num, body);
    return draft.finish('/Info 13 0 R').bytes;
  }
  const container = 40;
  draft.objectStream(container, bodies);
  const [first, rows] = draft.all();
  const all = rows.map((row, num) => {
    const index = bodies.findIndex(([n]) => n === num);
    return index === -1 ? row : { stream: container, index };
  });
  const at = draft.length;
  const table = [first, [...all, { offset: at }]] as const;
  draft.xrefStream(container + 1, [table], `/Size ${container + 2} /Root 1 0 R /Info 13 0 R`);
  return draft.end(at).bytes;
}
