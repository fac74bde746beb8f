// Every check, in the order in which ETSI EN 319 102-1 lets them decide: the first failure of the gravest
// indication names the sub-indication.
import { algorithmsFitting } from './algorithms-fitting.ts';
import { algorithmsKnown } from './algorithms-known.ts';
import { algorithmsStrong, algorithmsStrongWhenMade } from './algorithms-strong.ts';
import { anchorsGiven } from './anchors-given.ts';
import { byteRangeWellFormed } from './byte-range-well-formed.ts';
import { chainBegun, signerBegun } from './chain-begun.ts';
import { chainFound } from './chain-found.ts';
import { chainUnexpired, signerUnexpired } from './chain-unexpired.ts';
import { chainValid } from './chain-valid.ts';
import type { Check } from './check.ts';
import { contentTimestampFirst, contentTimestampSound } from './content-timestamps.ts';
import { contentsReadable } from './contents-readable.ts';
import { coverageWhole } from './coverage-whole.ts';
import { digestMatches } from './digest-matches.ts';
import { keyUsageRight } from './key-usage-right.ts';
import { changesExplained, changesUndoubted } from './modification-explained.ts';
import { modificationJudged } from './modification-judged.ts';
import {
  certificationRespected,
  commentsForeseen,
  locksRespected,
  stampForeseen,
} from './modification-permitted.ts';
import { fileComplete, structureClear, structureSound } from './modification-structure.ts';
import {
  authorityNotRevoked,
  notRevokedLater,
  notSuspended,
  signerNotRevoked,
} from './not-revoked.ts';
import { overlapBounded } from './overlap-bounded.ts';
import { namedAsPractice, notForPractice } from './practice.ts';
import { revocationKnown, revocationToldInTime } from './revocation-known.ts';
import { signatureKept, signatureReplaced } from './signature-kept.ts';
import { signatureValueRight } from './signature-value-right.ts';
import { signaturePolicyApplied } from './signature-policy-applied.ts';
import { signedAttributesPresent } from './signed-attributes-present.ts';
import { signedBeforeExpiry, signedBeforeRevocation } from './signed-before-end.ts';
import { signerCertificatePresent } from './signer-certificate-present.ts';
import { signingCertificateMatches } from './signing-certificate-matches.ts';
import { signingCertificateReferenced } from './signing-certificate-referenced.ts';
import { stampedAfterIssuance } from './stamped-after-issuance.ts';
import { structureUnambiguous } from './structure-unambiguous.ts';
import { subFilterSupported } from './sub-filter-supported.ts';
import {
  timestampAuthorityFresh,
  timestampAuthorityKnown,
  timestampAuthorityNotRevoked,
} from './timestamp-authority-status.ts';
import { timestampIdentified } from './timestamp-identified.ts';
import { timestampIntact } from './timestamp-intact.ts';
import { timestampJudged } from './timestamp-judged.ts';
import { timestampTrusted } from './timestamp-trusted.ts';
import { timestampsInOrder } from './timestamps-in-order.ts';

export const CHECKS: readonly Check[] = [
  // format
  byteRangeWellFormed,
  contentsReadable,
  signedAttributesPresent,
  subFilterSupported,
  coverageWhole,
  // cryptographic verification, before identification: a wrong digest is graver than a wrong reference
  digestMatches,
  signatureValueRight,
  overlapBounded,
  // what happened to the document since: before anything that concerns the signer
  signatureKept,
  structureSound,
  ...changesExplained,
  certificationRespected,
  locksRespected,
  stampForeseen,
  fileComplete,
  structureClear,
  structureUnambiguous,
  ...changesUndoubted,
  commentsForeseen,
  modificationJudged,
  // identification of the signing certificate
  signerCertificatePresent,
  signingCertificateMatches,
  signingCertificateReferenced,
  algorithmsKnown,
  algorithmsFitting,
  // X.509 validation
  notForPractice,
  anchorsGiven,
  chainFound,
  chainValid,
  signedBeforeRevocation,
  signedBeforeExpiry,
  // revocation is graver than the end of a certificate
  signerNotRevoked,
  authorityNotRevoked,
  chainBegun,
  signerBegun,
  chainUnexpired,
  signerUnexpired,
  notSuspended,
  keyUsageRight,
  // acceptance, time
  algorithmsStrongWhenMade,
  algorithmsStrong,
  stampedAfterIssuance,
  timestampsInOrder,
  contentTimestampFirst,
  timestampIntact,
  timestampIdentified,
  timestampTrusted,
  timestampJudged,
  timestampAuthorityNotRevoked,
  revocationKnown,
  revocationToldInTime,
  timestampAuthorityKnown,
  timestampAuthorityFresh,
  notRevokedLater,
  contentTimestampSound,
  signaturePolicyApplied,
  signatureReplaced,
  namedAsPractice,
];
