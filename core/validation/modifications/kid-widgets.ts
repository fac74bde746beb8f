// Widgets that a field lists among its /Kids and that do not name it (ISO 32000-2 table 226 asks for /Parent). pyHanko
// writes those of its separate widgets so, and viewers take them for the field's all the same.
import type { PdfDict, PdfRef } from '../../pdf/objects.ts';
import type { Comparison } from './comparison.ts';
import { type Key, refOf } from './role-graph.ts';

/** Entries that make it a field of its own, or say whose it is. */
const OWN = ['Parent', 'T', 'FT'];

/** As if it named its field; as it is where it is a field itself, or where not just one field lists it. */
export function withField(cx: Comparison, key: Key, widget: PdfDict): PdfDict {
  if (OWN.some((entry) => widget.get(entry) !== undefined)) return widget;
  const field = fieldListing(cx, key);
  return field === null ? widget : widget.with({ Parent: field });
}

/** By the references that ever were: who once listed it may not be forgotten. */
function fieldListing({ graph }: Comparison, key: Key): PdfRef | null {
  const fields = new Set<Key>();
  for (const parent of graph.parentsOf(key)) {
    const lists = graph.has(parent, 'fields') ? graph.parentsOf(parent) : [parent];
    for (const one of lists) if (graph.has(one, 'field')) fields.add(one);
    if (fields.size > 1) return null;
  }
  const [only] = fields;
  return only === undefined ? null : refOf(only);
}
