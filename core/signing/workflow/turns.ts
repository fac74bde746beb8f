// The order of signing as a document carries it, and whose turn it is. Each prepared field has an entry of
// ours, /XXPenaTurn << /Role /paraf /Order 2 >>: names that begin with XX are for private use and mean
// nothing to other readers (ISO 32000-2 annex E.2). docs/workflow.md describes it.
import { ROLES, type Role, type Workflow, type WorkflowStep } from '../../domain/workflow.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { type FormField, formFields } from '../../pdf/form-fields.ts';
import { widgetOf, widgetRectangle } from '../../pdf/increment/signature-field.ts';
import { integerOf, nameOf, PdfDict, PdfName, PdfRef } from '../../pdf/objects.ts';
import { PageNumbers } from '../../pdf/page-numbers.ts';
import type { PdfReader } from '../../pdf/reader.ts';

export const TURN_ENTRY = 'XXPenaTurn';
const MAX_ORDER = 1000;

export function turnEntry(role: Role, order: number): PdfDict {
  return new PdfDict([
    ['Role', new PdfName(role)],
    ['Order', order],
  ]);
}

/** @throws {PdfError} PDF_FORM_BROKEN, PDF_LIMIT_EXCEEDED */
export async function whoseTurn(reader: PdfReader): Promise<Workflow> {
  const steps: WorkflowStep[] = [];
  const pages = new PageNumbers(reader);
  for (const field of await formFields(reader, 'Sig')) {
    if (field.dict.get(TURN_ENTRY) === undefined) continue;
    const known = await turnOf(reader, field);
    if (known === null) continue;
    const { ref, dict, name, value } = field;
    const widget = ref === null ? { dict } : await widgetOf(reader, { ref, dict });
    const page = widget.dict.get('P');
    steps.push({
      ...known,
      field: name,
      signed: (await reader.resolveDict(value)) !== undefined,
      page: page instanceof PdfRef ? await pages.of(page) : null,
      visible: (await widgetRectangle(reader, widget.dict)) !== null,
    });
  }
  steps.sort((a, b) => a.order - b.order);
  const first = steps.find(({ signed }) => !signed)?.order;
  return { steps, turn: steps.filter(({ signed, order }) => !signed && order === first) };
}

/**
 * What speaks against signing this field now; null where it is its turn, or there is no order.
 * @param field null: a new one
 */
export async function outOfTurn(
  reader: PdfReader,
  field: string | null,
): Promise<PenaError | null> {
  const { steps, turn } = await whoseTurn(reader);
  if (turn.length === 0 || turn.some((step) => step.field === field)) return null;
  const waiting = turn.map((step) => step.field).join(', ');
  const planned = steps.some((step) => step.field === field);
  return field === null || !planned
    ? new PenaError('WORKFLOW_FIELD_NEEDED', { waiting })
    : new PenaError('WORKFLOW_OUT_OF_TURN', { field, waiting });
}

async function turnOf(
  reader: PdfReader,
  { dict }: FormField,
): Promise<Pick<WorkflowStep, 'role' | 'order'> | null> {
  const entry = await reader.resolveDict(dict.get(TURN_ENTRY));
  const name = nameOf(await reader.resolve(entry?.get('Role')));
  const role = ROLES.find((known) => known === name);
  const order = integerOf(await reader.resolve(entry?.get('Order')));
  if (role === undefined || order === undefined || order < 1 || order > MAX_ORDER) return null;
  return { role, order };
}
