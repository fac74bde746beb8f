// A stamp over text that somebody signed before would put the earlier signature in doubt: asked of the
// increment as it would be written, by the judge of changes that the shell brings.
import { PdfError } from '../pdf/pdf-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import { followedBy } from './in-memory.ts';
import type { SigningPlan } from './plan.ts';
import type { PreparedSignature } from './prepare.ts';
import type { SigningRequest } from './request.ts';

type Asked = Pick<SigningRequest, 'source' | 'password' | 'hiddenSignedText'>;

/** Whether there is anything to ask: only a stamp on a signed document can hide what was signed. */
export function mayHide({ signed, stamp }: SigningPlan, { hiddenSignedText }: Asked): boolean {
  return signed && stamp !== null && hiddenSignedText !== undefined;
}

/** @throws {PdfError} PDF_STAMP_COVERS_TEXT, with the page where it has a number */
export async function refuseHiding(
  plan: SigningPlan,
  request: Asked,
  { bytes }: PreparedSignature,
): Promise<void> {
  const { source, password, hiddenSignedText } = request;
  if (!mayHide(plan, request) || hiddenSignedText === undefined) return;
  const after = await PdfReader.openAppended(followedBy(source, bytes), plan.reader, { password });
  const page = await hiddenSignedText(after);
  if (page === null) return;
  throw new PdfError('PDF_STAMP_COVERS_TEXT', page === 0 ? {} : { page: String(page) });
}
