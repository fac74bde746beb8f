// What part an object plays for those who show the document: by the way on which it is reached from the
// trailer (ISO 32000-2 7.7, 12.5, 12.7). An object may play several parts, and a change must be
// harmless in all of them.
import { isArray, nameOf, PdfDict, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts';
import { commonBeginning, sameValue } from '../../pdf/equality.ts';

type Plain =
  | 'trailer'
  | 'catalog'
  | 'page-kids'
  | 'page-node'
  | 'form'
  | 'form-resources'
  /** One kind of the form's resources, by name. */
  | 'form-category'
  | 'fields'
  | 'field'
  /** Whatever a page or an appearance is drawn with. */
  | 'content'
  | 'signature'
  | 'dss'
  | 'metadata'
  | 'info'
  | 'extensions'
  | 'permissions'
  | 'struct-root'
  | 'struct-elem'
  | 'parent-tree'
  /** What an object stream is read with. */
  | 'container'
  | Loose;

/** Parts that refer to pages, fields and annotations without drawing with them. */
type Loose =
  'struct-other' | 'actions' | 'layers' | 'names' | 'navigation' | 'form-other' | 'settings';

/** With the number of the page or annotation that they belong to. */
type Owned = 'annots' | 'annot' | 'appearance' | 'value' | 'annot-part';

export type Role = Plain | `${Owned}:${number}`;

const LOOSE: ReadonlySet<Role> = new Set<Role>([
  ...(['struct-other', 'actions', 'layers', 'names', 'navigation'] as const),
  ...(['form-other', 'settings'] as const),
]);

export function isLoose(role: Role): boolean {
  return LOOSE.has(role);
}

export function kindOf(role: Role): Plain | Owned {
  const at = role.indexOf(':');
  // The part before the colon is what the type says.
  return (at === -1 ? role : role.slice(0, at)) as Plain | Owned;
}

export function ownerOf(role: Role): number {
  return Number(role.slice(role.indexOf(':') + 1));
}

const CATALOG: Readonly<Record<string, Role>> = {
  Pages: 'page-node',
  AcroForm: 'form',
  DSS: 'dss',
  Metadata: 'metadata',
  Extensions: 'extensions',
  Perms: 'permissions',
  StructTreeRoot: 'struct-root',
  OCProperties: 'layers',
  OpenAction: 'actions',
  AA: 'actions',
  URI: 'actions',
  Names: 'names',
  Dests: 'navigation',
  Outlines: 'navigation',
  Threads: 'navigation',
  PageLabels: 'navigation',
};

const FORM: Readonly<Record<string, Role>> = { Fields: 'fields', DR: 'form-resources' };

const ANNOTATION: Readonly<Record<string, Role | null>> = {
  P: null,
  IRT: null,
  Kids: 'fields',
  A: 'actions',
  AA: 'actions',
  PA: 'actions',
  Dest: 'navigation',
  OC: 'layers',
  MK: 'content',
  Lock: 'signature',
  SV: 'signature',
};

const PAGE: Readonly<Record<string, Role | null>> = {
  // What a page inherits comes from there, whether the page is listed there or not (7.7.3.4).
  Parent: 'page-node',
  AA: 'actions',
  B: 'navigation',
};

const STRUCT_ELEM: Readonly<Record<string, Role | null>> = {
  K: 'struct-elem',
  P: null,
  Pg: null,
  Obj: null,
  Stm: null,
  StmOwn: null,
};

/** What only describes a cross-reference section, and what leads to earlier ones. */
export const SECTION_ENTRIES: ReadonlySet<string> = new Set([
  ...['Prev', 'XRefStm', 'Size', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'DL'],
]);

/** Of a dictionary's entry; null where it only names an object that is reached in its own right. */
export function childRole(role: Role, key: string, dict: PdfDict, self: number): Role | null {
  switch (kindOf(role)) {
    case 'trailer':
      if (SECTION_ENTRIES.has(key)) return null;
      return key === 'Root' ? 'catalog' : key === 'Info' ? 'info' : 'settings';
    case 'catalog':
      return CATALOG[key] ?? 'settings';
    case 'page-node':
      if (key === 'Kids' && !isLeaf(dict)) return 'page-kids';
      if (key === 'Annots' && isLeaf(dict)) return `annots:${self}`;
      return key in PAGE ? (PAGE[key] ?? null) : 'content';
    case 'form':
      return FORM[key] ?? 'form-other';
    case 'form-resources':
      return 'form-category';
    case 'form-category':
      return 'content';
    case 'field':
    case 'annot':
      return annotationPart(key, dict, self);
    case 'annot-part':
      // A pop-up leads back to what it belongs to; it is shown with it though no page lists it (12.5.6.14).
      return isPopup(dict) && (key === 'P' || key === 'Parent') ? null : role;
    case 'appearance':
      return role;
    case 'value':
      // The dictionary of a signature; a reference in it names the document itself (table 256, /Data).
      return key === 'Data' ? null : 'signature';
    case 'signature':
      return key === 'Data' ? null : 'signature';
    case 'struct-root':
      if (key === 'K') return 'struct-elem';
      return key === 'ParentTree' ? 'parent-tree' : 'struct-other';
    case 'struct-elem':
      return key in STRUCT_ELEM ? (STRUCT_ELEM[key] ?? null) : 'struct-other';
    case 'parent-tree':
      // The tree's nodes have /Nums or /Kids; what they lead to are elements, or arrays of them.
      if (key === 'Nums' || key === 'Kids') return 'parent-tree';
      return childRole('struct-elem', key, dict, self);
    case 'permissions':
      return 'signature';
    default:
      return role;
  }
}

function annotationPart(key: string, dict: PdfDict, self: number): Role | null {
  if (key === 'AP') return `appearance:${self}`;
  if (key === 'V') return `value:${self}`;
  // A pop-up's parent is the annotation it belongs to; a widget's, the field that it takes after.
  if (key === 'Parent') return isWidget(dict) || dict.get('FT') !== undefined ? 'field' : null;
  return key in ANNOTATION ? (ANNOTATION[key] ?? null) : `annot-part:${self}`;
}

export function itemRole(role: Role): Role {
  if (role === 'page-kids') return 'page-node';
  if (role === 'fields') return 'field';
  return kindOf(role) === 'annots' ? `annot:${ownerOf(role)}` : role;
}

/** A page rather than a node of the tree (7.7.3.3). */
export function isLeaf(dict: PdfDict): boolean {
  return nameOf(dict.get('Type')) === 'Page' || dict.get('Kids') === undefined;
}

export function isWidget(dict: PdfDict): boolean {
  return nameOf(dict.get('Subtype')) === 'Widget';
}

function isPopup(dict: PdfDict): boolean {
  return nameOf(dict.get('Subtype')) === 'Popup';
}

/** Entries under which a page, field or annotation is only named. */
const NAMING = new Set([
  ...['P', 'Pg', 'Parent', 'Obj', 'T', 'Fields', 'D', 'Dest', 'SD', 'TA', 'AN', 'Popup', 'IRT'],
  ...['CO', 'Annotation', 'Names', 'Kids', 'Nums', 'SE', 'Target', 'R', 'N', 'V', 'Ref'],
]);

export interface Edge {
  readonly ref: PdfRef;
  readonly role: Role;
  /** Named rather than used: an array's item, or one of the entries that name. */
  readonly naming: boolean;
}

/**
 * Calls `found` for every reference that an object holds. `self` is the object's number.
 * @param known what the object was when its references were found before: those that stand where they stood
 *   are left out, for with hundreds of signatures a list has hundreds of them in each revision
 */
export function eachEdge(
  role: Role,
  value: PdfObject,
  self: number,
  found: (edge: Edge) => void,
  known: PdfObject = null,
  naming = false,
): void {
  if (value instanceof PdfRef) {
    if (!sameValue(known, value)) found({ ref: value, role, naming });
  } else if (isArray(value)) {
    const from = isArray(known) ? commonBeginning(known, value) : 0;
    const part = itemRole(role);
    for (let i = from; i < value.length; i += 1) {
      eachEdge(part, value[i] ?? null, self, found, null, true);
    }
  } else if (value instanceof PdfDict) {
    for (const [key, entry] of value.entries) {
      const part = childRole(role, key, value, self);
      if (part === null) continue;
      const same = known instanceof PdfDict && childRole(role, key, known, self) === part;
      eachEdge(part, entry, self, found, same ? (known.get(key) ?? null) : null, NAMING.has(key));
    }
    // Other readers may show what a key written twice led to first.
    for (const [key, entry] of value.overwritten) {
      const part = childRole(role, key, value, self);
      if (part !== null) eachEdge(part, entry, self, found, null, NAMING.has(key));
    }
  } else if (value instanceof PdfStream) {
    // An appearance is drawn with what its dictionary names; /Length, filters: all of it is needed.
    const inner = kindOf(role) === 'appearance' ? 'content' : role;
    for (const entry of value.dict.entries.values()) {
      eachEdge(inner, entry, self, found);
    }
    for (const [, entry] of value.dict.overwritten) eachEdge(inner, entry, self, found);
  }
}
