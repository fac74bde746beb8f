// Cryptographic verification (EN 319 102-1 5.2.7): algorithms that can be computed here.
import { type Check, failsIf } from './check.ts';

export const algorithmsKnown: Check = {
  id: 'algorithms-known',
  reason: 'ALGORITHM_UNSUPPORTED',
  indication: 'INDETERMINATE',
  subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  failure: ({ signer, contents, content, range: { fault } }) => {
    if (signer === null || contents === null) return null;
    const { rangeHash, signer: info } = contents;
    if (rangeHash === null) return { algorithm: info.digestAlgorithm.oid };
    const readable = signer.certificate !== null && signer.missing.length === 0;
    const unsupported =
      signer.signature === 'unsupported' || (content === 'unsupported' && fault === null);
    return failsIf(readable && unsupported, { algorithm: info.signatureAlgorithm.oid });
  },
};
