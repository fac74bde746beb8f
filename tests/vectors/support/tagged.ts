// A tagged document, and the new element /Document that iText puts between its root and its tags with each change.
import { baseDocument, PART } from './base-document.ts';
import { bodyOf, type UpdateOptions } from './update.ts';

/** Object numbers: from 41 on, new ones of the later revision. */
export const TAG = {
  root: 20,
  document: 21,
  parents: 22,
  title: 23,
  text: 24,
  wrapper: 41,
  field: 42,
  newParents: 43,
  note: 44,
  second: 45,
} as const;

const NEXT = '/Type /StructTreeRoot /ParentTreeNextKey';
const CONTENT =
  '/H1 << /MCID 0 >> BDC BT /F1 24 Tf 72 700 Td (Keputusan) Tj ET EMC /P << /MCID 1 >> BDC BT /F1 12 Tf 72 660 Td (dibayar Rp 1.000.000) Tj ET EMC';

export interface TagOptions {
  /** What the root leads to. */
  readonly kids?: string;
  readonly root?: string;
  readonly text?: string;
  readonly title?: string;
  /** Of an element /Document that holds the title, besides that. */
  readonly document?: string;
}

export function taggedDocument(options: TagOptions = {}): Buffer {
  const { document } = options;
  const above = document === undefined ? TAG.root : TAG.document;
  return baseDocument({
    catalog: `/MarkInfo << /Marked true >> /StructTreeRoot ${TAG.root} 0 R`,
    page: '/StructParents 0',
    content: CONTENT,
    objects: {
      [TAG.root]: `<< ${NEXT} 1 /K ${options.kids ?? '[23 0 R 24 0 R]'} /ParentTree 22 0 R ${options.root ?? ''} >>`,
      [TAG.document]: `<< /Type /StructElem /S /Document /P 20 0 R /K [23 0 R] ${document ?? ''} >>`,
      [TAG.parents]: '<< /Nums [0 [23 0 R 24 0 R]] >>',
      [TAG.title]: `<< /Type /StructElem /S /H1 /P ${above} 0 R ${options.title ?? '/Pg 3 0 R /K 0 /ActualText (Keputusan)'} >>`,
      [TAG.text]: `<< /Type /StructElem /S /P /P 20 0 R ${options.text ?? '/Pg 3 0 R /K 1 /Alt (isi)'} >>`,
    },
  });
}

export interface WrapOptions {
  readonly kids?: string;
  readonly wrapper?: string;
  readonly root?: string;
  readonly role?: string;
  readonly parents?: string;
  readonly objects?: UpdateOptions['objects'];
}

/** An element with another one above it. */
export function below(file: Buffer, num: number, above: number = TAG.wrapper): string {
  return bodyOf(file, num).replace(/\/P \d+ 0 R/, `/P ${above} 0 R`);
}

/** As iText writes it: the root leads to the new element alone, and what stood below the root names it. */
export function wrapped(file: Buffer, options: WrapOptions = {}): UpdateOptions {
  return {
    objects: {
      [TAG.root]: `<< ${NEXT} 2 /K ${options.root ?? '[41 0 R]'} /ParentTree 43 0 R /RoleMap << >> >>`,
      [TAG.wrapper]: `<< /Type /StructElem /S /${options.role ?? 'Document'} /P 20 0 R /K ${options.kids ?? '[23 0 R 24 0 R]'} ${options.wrapper ?? ''} >>`,
      [TAG.newParents]: `<< /Nums [0 [23 0 R 24 0 R] ${options.parents ?? ''}] >>`,
      [TAG.title]: below(file, TAG.title),
      [TAG.text]: below(file, TAG.text),
      ...options.objects,
    },
  };
}

/** A note whose place among the tags is number 1. */
export function withNote(file: Buffer): NonNullable<UpdateOptions['objects']> {
  return {
    [PART.page]: bodyOf(file, PART.page).replace('11 0 R', `11 0 R ${TAG.note} 0 R`),
    [TAG.note]:
      '<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /P 3 0 R /F 28 /Contents (Halo) /StructParent 1 >>',
  };
}

/** The reference to it, as iText 7 writes it into an element that was there. */
export const TO_NOTE = `<< /Type /OBJR /Obj ${TAG.note} 0 R >>`;
