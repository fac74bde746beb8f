// Reasons of a verdict in English. {braces} are filled from the reason's parameters; times are ISO 8601.
import type { ReasonCode } from '../reason-code.ts';

export const REASONS_EN: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: 'What was signed has not changed since it was signed.',
  CHAIN_TRUSTED: "The signer's certificate leads to a trusted root, {anchor}.",
  TIMESTAMP_PRESENT: 'Proven to have existed at {time}, by a time stamp from {authority}.',

  NOT_REVOKED: 'The signer’s certificate was not revoked, by the answer of {time}.',
  REVOKED_LATER:
    'The certificate[ of {name}] was revoked[ on {time}][ ({reason})], after this signature is proven to have existed. It is not affected.',
  TIMESTAMP_AUTHORITY_REVOKED:
    'The certificate of {authority} was revoked, so its time stamp proves nothing.',
  CONTENT_TIMESTAMP_UNUSED:
    'A time stamp on the content[ from {authority}] does not hold or is not trusted, so its time is not used.',
  SIGNATURE_POLICY_NAMED:
    'The signer names a signature policy of their own ({policy}). It was not followed here and does not change the result.',
  TIMESTAMP_STATUS_OLD:
    'The certificate of the time-stamp authority {authority} was not revoked, by the answer of {time}. No newer answer was asked for.',
  CERTIFICATE_REVOKED:
    'The certificate[ of {name}] was revoked[ on {time}][ ({reason})], and nothing proves that the signature was made before.',
  AUTHORITY_REVOKED:
    'The authority’s certificate[ ({name})] was revoked[ on {time}][ ({reason})], and nothing proves that the signature was made before.',
  CERTIFICATE_SUSPENDED:
    'The certificate[ of {name}] has been on hold[ since {time}], and nothing proves that the signature was made before. A hold may be lifted.',
  REVOCATION_UNKNOWN: 'It is not known whether the certificate[ of {name}] was revoked.',
  REVOCATION_TOLD_TOO_LATE:
    'What is known of a revocation of {name} was said by {speaker}, whose own certificate expired on {notAfter}.',
  TIMESTAMP_REVOCATION_UNKNOWN:
    'It is not known whether the time stamp’s certificate[ ({authority})] was revoked.',

  BYTE_RANGE_INVALID:
    'The signature does not point correctly at the content of the file, so it is not certain what was signed.',
  CONTENTS_MALFORMED: 'The signature data is damaged or incomplete and cannot be read.',
  DIGEST_MISMATCH: 'The document changed after it was signed.',
  SIGNATURE_VALUE_WRONG: "The signature value does not match the signer's certificate.",
  SIGNED_ATTRIBUTES_MISSING: 'The signature lacks information it must carry ({attribute}).',
  SIGNING_CERTIFICATE_MISMATCH:
    'The certificate in the document is not the one that the signature names.',
  CERTIFICATE_MISSING: "The signer's certificate is not in the document.",
  KEY_USAGE_WRONG: 'The certificate of {name} was not issued for this purpose.',
  SIGNED_IN_PRACTICE:
    'Signed in practice mode or with a certificate for trials, so not valid as a signature.',
  PRACTICE_SIGNATURE:
    'This signature was made for practice and is recognised in practice mode only.',
  TIMESTAMP_BEFORE_CERTIFICATE:
    "The time stamp shows {time}, before the signer's certificate became valid at {notBefore}.",
  TIMESTAMPS_OUT_OF_ORDER:
    'The time stamp of this signature ({time}) is newer than the document time stamp that was added after it ({later}); it should be older.',

  CONTENT_TIMESTAMP_LATER:
    'The time stamp on the content ({time}) is newer than what the signature’s own time stamp shows ({earlier}); it should be older.',
  SIGNED_AFTER_REVOCATION:
    'The certificate[ of {name}] was revoked on {time}[ ({reason})], and the signature was made later: it covers a time stamp of {after}.',
  SIGNED_AFTER_EXPIRY:
    'The certificate of {name} expired on {notAfter}, and the signature was made later: it covers a time stamp of {after}.',
  SUBFILTER_UNSUPPORTED: 'This kind of signature ({subFilter}) cannot be checked yet.',
  ALGORITHM_UNSUPPORTED: 'This signature algorithm ({algorithm}) cannot be checked yet.',
  ALGORITHMS_MISFIT:
    'The signature uses algorithms that its standard does not let go together ({algorithms}).',
  ALGORITHM_WEAK: 'The signature rests on {algorithm}, which is no longer safe.',
  ALGORITHM_WEAK_WHEN_MADE:
    'The signature rests on {algorithm}, which was no longer safe when it was made: it covers a time stamp of {after}.',
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'The signature does not name its own certificate. This is usual for BSrE and does not change the result.',
  CHAIN_NOT_FOUND:
    "The signer's certificate does not lead to a trusted root. It was issued by {issuer}.",
  CHAIN_INVALID: 'The certificate of {name} in the chain does not comply with the rules: {rule}.',
  NO_ANCHORS: 'This program has no trusted root yet, so the issuer cannot be judged.',
  CERTIFICATE_EXPIRED:
    'The certificate of {name} expired on {notAfter}, and nothing proves that the signature was made before.',
  CERTIFICATE_NOT_YET_VALID: 'The certificate of {name} becomes valid only on {notBefore}.',
  COVERAGE_PARTIAL: 'The signature covers only a part of the file.',
  TIMESTAMP_BROKEN: 'The time stamp does not match this signature, so its time is not used.',
  TIMESTAMP_CERTIFICATE_MISSING:
    "The time-stamp authority's certificate is not in the document, so its time is not used.",
  TIMESTAMP_UNTRUSTED:
    'The time stamp from {authority} cannot be trusted at present[ (its certificate chain: {rule})], so its time is not used.',
  LIMIT_EXCEEDED:
    'The file holds signatures that overlap in an unnatural way, so not all of them were checked.',

  MODIFICATION_NOT_JUDGED:
    'Something was added to the file after this signature, and the addition has not been judged yet.',
  TIMESTAMP_NOT_JUDGED:
    'The time stamp from {authority} has not been judged, since there is no trusted root yet.',

  CONTENT_TIMESTAMP_PRESENT:
    'A time stamp from {authority} shows that the content was there at {time}; the signature was made after that.',
  LATER_CHANGES_ALLOWED: 'Something was added after this signature, and all of it is allowed.',
  SIGNATURE_REMOVED:
    'This document was signed[ by {signer}]; the signature was removed by a later change, in revision {revision}.',
  SIGNATURE_REPLACED:
    'The signer removed an earlier signature of their own (in revision {revision}) before signing again. This signature is the one that counts.',
  STRUCTURE_FORGED:
    'Something was added to the file after signing in a way that is used to forge content ({rule}).',
  CERTIFICATION_BROKEN: 'The document was changed beyond what its certification permits ({level}).',
  LOCKED_FIELD_CHANGED: 'The field {field} was changed although this signature had locked it.',
  STAMP_UNFORESEEN:
    'The signature field {field} was added later and is visible on a certified document. Its picture can cover content.',
  FILE_INCOMPLETE:
    'The file is incomplete, as what was added after signing is cut off. The document as it was when it was signed is whole and can be taken out of this file.',
  STRUCTURE_UNCLEAR:
    'What was added to the file is built in an unclear way ({rule}), so it is not certain what a viewer shows.',
  KEY_REPEATED:
    'The file has one entry twice with different contents (/{key}), so different programs may show different documents.',
  COMMENTS_UNFORESEEN: 'Comments or marks were added, changed or removed after signing.',

  VALIDATION_DATA_ADDED: 'Data that proves signatures was added.',
  DOCUMENT_TIMESTAMP_ADDED: 'A document time stamp was added ({field}).',
  METADATA_CHANGED: 'Information about the file (metadata) was updated.',
  EXTENSIONS_CHANGED: 'The PDF version information was updated.',
  SIGNATURE_ADDED: 'Another signature was added ({field}).',
  SIGNATURE_FIELD_ADDED: 'An empty signature field was added ({field}).',
  FIELD_FILLED: 'The form field {field} was filled in.',
  FORM_EXTENDED: 'Resources of the form were added.',
  STRUCTURE_EXTENDED: 'Accessibility tags were added.',
  ANNOTATION_ADDED: 'A comment ({kind}) was added[ on page {page}].',
  ANNOTATION_CHANGED: 'A comment ({kind})[ on page {page}] was changed.',
  ANNOTATION_REMOVED: 'A comment ({kind})[ on page {page}] was removed.',

  VALUE_NOT_SHOWN:
    'The value of the field {field} was changed after signing, and what it shows was not: some programs show the old value, others the new one.',
  APPEARANCE_WITHOUT_VALUE:
    'The look of the form field {field} was replaced while its value stayed, so what is seen may not be what was signed.',
  FIELDS_DRAWN_ANEW:
    'The file asks for all form fields to be drawn anew, so what is seen may not be what was signed.',
  CONTENT_MAY_BE_COVERED:
    'What was added or changed[ ({kind})][ on page {page}] after signing can cover or imitate content.',
  READ_ONLY_FIELD_FILLED:
    'What the form field {field} says was changed, although the field is only for reading.',
  STAMP_COVERS_TEXT:
    'The stamp of the later signature {field} hides text[ on page {page}] that had been signed.',
  STAMP_ALTERS_TEXT:
    'The stamp of the later signature {field} writes over, strikes out or runs on from text[ on page {page}] that had been signed, so that it may read differently.',
  STAMP_ON_UNREAD_PICTURE:
    'The stamp of the later signature {field} lies on a picture[ on page {page}] that cannot be read, so it is not known what it hides of what had been signed.',

  PAGE_CONTENT_CHANGED: 'The content of the document[ on page {page}] changed after it was signed.',
  FONT_CHANGED: 'A font used[ on page {page}] was replaced after signing.',
  GRAPHIC_CHANGED: 'A picture or overlay[ on page {page}] was replaced after signing.',
  PAGES_CHANGED: 'Pages were added, removed or replaced after signing.',
  SIGNED_FIELD_CHANGED:
    'The signature field {field} was changed although it had been signed, possibly its look.',
  SIGNATURE_VALUE_CHANGED: 'The signature data[ of {field}] was changed after signing.',
  SIGNATURE_VALUE_SHARED: 'One signature is used by more than one field[ ({field})].',
  SIGNATURE_FORGED:
    'The signature field {field} was added with a signature that was not made for this file.',
  STAMP_WITHOUT_SIGNATURE:
    'A signature picture was added[ on page {page}][ in field {field}] without anybody signing.',
  FIELD_CHANGED: 'The form field[ {field}] was changed, not just filled in.',
  FIELD_ADDED: 'The form field {field} was added after signing.',
  FIELD_REMOVED: 'The form field {field} was removed after signing.',
  FORM_CHANGED: 'The form[ ({part})] was changed after signing.',
  ANNOTATION_ACTS:
    'A comment ({kind})[ on page {page}] that carries a file or an action was added or changed.',
  ACTIONS_CHANGED: 'Automatic actions in the document were changed after signing.',
  LAYERS_CHANGED: 'Which layers are shown or hidden was changed after signing.',
  NAMES_CHANGED: 'Attachments, scripts or names in the document were changed after signing.',
  NAVIGATION_CHANGED: 'Bookmarks or links of the document were changed after signing.',
  STRUCTURE_CHANGED: 'The structure tags of the document were changed after signing.',
  PERMISSIONS_CHANGED: 'The permissions of the document were changed after signing.',
  CATALOG_REPLACED: 'The whole document was replaced by another one after signing.',
  DOCUMENT_CHANGED: 'A part of the document[ ({part})] was changed after signing.',
};
