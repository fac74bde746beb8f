// The structure of a tagged PDF (ISO 32000-2 14.7, 14.8): what is a heading, a paragraph, a table's cell, so
// that a screen reader reads the report in order.
import { PDFArray, type PDFDocument, PDFName, PDFNumber, type PDFPage, type PDFRef } from 'pdf-lib';

/** Standard structure types (14.8.4). */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

interface Node {
  readonly role: Role;
  readonly kids: (Node | Mark)[];
}
interface Mark {
  readonly page: PDFPage;
  readonly id: number;
}

export class Structure {
  readonly #root: Node = { role: 'Document', kids: [] };
  readonly #open: Node[] = [this.#root];
  readonly #marks = new Map<PDFPage, Node[]>();

  open(role: Role): void {
    const node: Node = { role, kids: [] };
    this.#here().kids.push(node);
    this.#open.push(node);
  }

  close(): void {
    this.#open.pop();
  }

  /** Operators around content of the element that is open. */
  mark(page: PDFPage): { readonly role: Role; readonly id: number } {
    const node = this.#here();
    const marks = this.#marks.get(page) ?? [];
    this.#marks.set(page, marks);
    const id = marks.push(node) - 1;
    node.kids.push({ page, id });
    return { role: node.role, id };
  }

  /** Writes the tree into the document. */
  write(document: PDFDocument): void {
    const { context, catalog } = document;
    const treeRef = context.nextRef();
    const refs = new Map<Node, PDFRef>();
    const rootRef = this.#writeNode(document, this.#root, treeRef, refs);
    const parents = PDFArray.withContext(context);
    [...this.#marks].forEach(([page, nodes], key) => {
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(key));
      const owners = nodes.flatMap((node) => refs.get(node) ?? []);
      parents.push(PDFNumber.of(key));
      parents.push(context.obj(owners));
    });
    const tree = context.obj({
      Type: 'StructTreeRoot',
      K: [rootRef],
      ParentTree: { Nums: parents },
      ParentTreeNextKey: this.#marks.size,
    });
    context.assign(treeRef, tree);
    catalog.set(PDFName.of('StructTreeRoot'), treeRef);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  #here(): Node {
    return this.#open.at(-1) ?? this.#root;
  }

  #writeNode(document: PDFDocument, node: Node, parent: PDFRef, refs: Map<Node, PDFRef>): PDFRef {
    const { context } = document;
    const ref = context.nextRef();
    refs.set(node, ref);
    const kids = node.kids.map((kid) =>
      'role' in kid
        ? this.#writeNode(document, kid, ref, refs)
        : context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.id }),
    );
    const scope = node.role === 'TH' ? { A: { O: 'Table', Scope: 'Column' } } : {};
    context.assign(
      ref,
      context.obj({ Type: 'StructElem', S: node.role, P: parent, K: kids, ...scope }),
    );
    return ref;
  }
}
