// A request for a certificate from what was typed into a form: what was left empty is left out, and the first
// entry that does not fit is named.
import { certificateRequest, type CertificateRequest } from '../../domain/certificate-request.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { checkRequest } from './make-request.ts';

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** @throws {PenaError} REQUEST_DATA_INVALID with the field's name */
export function requestOf(typed: Typed): CertificateRequest {
  const given = Object.entries(typed).filter(([, value]) => value.length > 0);
  const parsed = certificateRequest.safeParse({ country: 'ID', ...Object.fromEntries(given) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0];
    throw new PenaError('REQUEST_DATA_INVALID', typeof field === 'string' ? { field } : {});
  }
  checkRequest(parsed.data);
  return parsed.data;
}
