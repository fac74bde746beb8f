// A signature that a later revision took out of the document: its bytes stand, and the document shows it no more. It
// goes beyond what any signature permits (ISO 32000-2 12.8.2), so the file as it is cannot be relied on as signed.
import { commonName } from '../../domain/common-name.ts';
import { type Check, failsIf } from './check.ts';

export const signatureKept: Check = {
  id: 'signature-kept',
  reason: 'SIGNATURE_REMOVED',
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: ({ removedIn, signer, intact }) => {
    const certificate = intact ? (signer?.certificate ?? null) : null;
    const name = certificate === null ? {} : { signer: commonName(certificate.subject) };
    return failsIf(removedIn !== null, { revision: removedIn ?? 0, ...name });
  },
};

/** A remark: who signs anew may take back what he signed before. */
export const signatureReplaced: Check = {
  id: 'signature-replaced',
  reason: 'SIGNATURE_REPLACED',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ replacedIn, intact }) =>
    failsIf(intact && replacedIn !== null, { revision: replacedIn ?? 0 }),
};
