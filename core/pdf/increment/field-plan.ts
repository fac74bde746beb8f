// Which signature field a new signature goes into: an empty one of the form, or a new one
// (ISO 32000-2 12.7.5.5).
import { formFields, type FormField } from '../form-fields.ts';
import type { PdfRef } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';

export type FieldPlan =
  | { readonly kind: 'new'; readonly name: string }
  | {
      readonly kind: 'existing';
      readonly name: string;
      readonly field: FormField & { ref: PdfRef };
    };

/** Names of ours: TTE1, TTE2 ... (tanda tangan elektronik). */
const OWN_NAME = 'TTE';
const MAX_NAME = 200;

/**
 * @param wanted fully qualified name; null for a new field with a name of ours
 * @throws {PdfError} PDF_FIELD_TAKEN (signed already), PDF_FIELD_NOT_SIGNATURE, PDF_FIELD_NOT_FOUND (a
 *   name that no new field can have), PDF_FORM_BROKEN
 */
export async function planField(reader: PdfReader, wanted: string | null): Promise<FieldPlan> {
  const fields = await formFields(reader);
  if (wanted === null) return { kind: 'new', name: freeName(fields) };
  const found = fields.find(({ name }) => name === wanted);
  if (found === undefined) {
    // A period separates the names of parent and child (12.7.4.2).
    if (wanted === '' || wanted.includes('.') || wanted.length > MAX_NAME) {
      throw new PdfError('PDF_FIELD_NOT_FOUND', { field: wanted.slice(0, MAX_NAME) });
    }
    return { kind: 'new', name: wanted };
  }
  if (found.type !== 'Sig') throw new PdfError('PDF_FIELD_NOT_SIGNATURE', { field: wanted });
  if ((await reader.resolve(found.value)) !== null) {
    throw new PdfError('PDF_FIELD_TAKEN', { field: wanted });
  }
  const { ref } = found;
  if (ref === null) throw new PdfError('PDF_FORM_BROKEN');
  return { kind: 'existing', name: wanted, field: { ...found, ref } };
}

function freeName(fields: readonly FormField[]): string {
  let number = fields.reduce((count, { type }) => (type === 'Sig' ? count + 1 : count), 1);
  const first = `${OWN_NAME}${String(number)}`;
  if (!fields.some(({ name }) => name === first)) return first;
  const taken = new Set(fields.map(({ name }) => name));
  while (taken.has(`${OWN_NAME}${String(number)}`)) number += 1;
  return `${OWN_NAME}${String(number)}`;
}
