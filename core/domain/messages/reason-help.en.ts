// "What do I do now": a sentence or two for each reason, for the clerk who reads it.
import type { ReasonCode } from '../reason-code.ts';

const ASK_ORIGINAL =
  'Do not use this file. Ask the signer or the issuing office for the original, in a way you already know.';
const ASK_AGAIN = 'Ask for the document to be signed again.';
const COMPARE =
  'Open the document as it was when it was signed and compare it with this one; where they differ, what was signed counts. When in doubt, ask for the original.';
const NOTHING = 'There is nothing to do.';

export const REASON_HELP_EN: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: NOTHING,
  CHAIN_TRUSTED: NOTHING,
  TIMESTAMP_PRESENT:
    "There is nothing to do. This is the time that counts, not that of the signer's computer.",
  LATER_CHANGES_ALLOWED:
    'There is nothing to do. Initials, further signatures and form entries may be added later.',
  NOT_REVOKED: NOTHING,
  REVOKED_LATER:
    'This signature still counts. Other documents signed after the revocation need a look of their own.',
  TIMESTAMP_AUTHORITY_REVOKED:
    'This stamp cannot prove when the document was signed. Ask the signer for a copy with another time stamp.',
  TIMESTAMP_STATUS_OLD:
    'Nothing needs to be done. If the document matters much, check it once more with a computer that is on the internet.',

  BYTE_RANGE_INVALID: ASK_ORIGINAL,
  CONTENTS_MALFORMED:
    'The file may have been damaged when it was sent or saved again. Download it once more, or ask for a new copy.',
  DIGEST_MISMATCH: `Other verification services call this “Konten Dokumen mengalami perubahan” (the content was changed). ${ASK_ORIGINAL}`,
  SIGNATURE_VALUE_WRONG: `The owner of the certificate shown did not make this signature. ${ASK_ORIGINAL}`,
  SIGNED_ATTRIBUTES_MISSING: `The signature is not complete by the standard. ${ASK_AGAIN}`,
  SIGNING_CERTIFICATE_MISMATCH: `The certificate in the file may have been exchanged. ${ASK_ORIGINAL}`,
  CERTIFICATE_MISSING: `Without a certificate nobody can tell who signed. ${ASK_AGAIN}`,
  KEY_USAGE_WRONG:
    'Ask for the document to be signed again with a certificate for signing. Its owner can ask the city ICT office (Dinas Kominfo), which is the registration authority.',
  SIGNED_IN_PRACTICE:
    'Do not use this file as an official document. Ask the sender for one that is signed with a real electronic certificate.',
  PRACTICE_SIGNATURE:
    'Nothing needs to be done. Outside practice mode this file is said not to be valid.',
  TIMESTAMP_BEFORE_CERTIFICATE:
    'Time and certificate do not fit each other. Ask the signer, and have the document signed again.',
  CONTENT_TIMESTAMP_PRESENT: 'There is nothing to do. The signature is not older than this time.',
  CERTIFICATE_SUSPENDED:
    'Verify again some days from now with a computer on the internet: the hold may have been lifted, or become a revocation. Ask the signer why the certificate is on hold.',
  REVOCATION_TOLD_TOO_LATE:
    'Verify with a computer on the internet, so that a newer answer is asked for.',
  CONTENT_TIMESTAMP_LATER:
    'One of the two times is wrong, so it is not certain when the document was signed. Ask the signer, or ask for a copy whose time stamps are right.',
  SIGNED_AFTER_REVOCATION:
    'Do not rely on this signature. Tell the signer, whose key may be in other hands, and ask for the document to be signed with a certificate that is valid.',
  SIGNED_AFTER_EXPIRY:
    'Do not rely on this signature. Ask for the document to be signed with a certificate that is valid.',
  ALGORITHM_WEAK_WHEN_MADE:
    'Ask for the document to be signed again with a program that is up to date.',
  CONTENT_TIMESTAMP_UNUSED:
    'Nothing needs to be done. The signature is judged without this time stamp.',
  SIGNATURE_POLICY_NAMED:
    'Nothing needs to be done. Who agreed on such a policy with the signer may read it besides.',
  TIMESTAMPS_OUT_OF_ORDER:
    'One of the two times is wrong, so it is not certain when the document was signed. Ask the signer, or ask for a copy whose time stamps are right.',
  SIGNATURE_REMOVED:
    'This file is no longer the document that was signed. Open or save the document as it was when it was signed: that is what the signer answers for. Ask the signer why the signature was removed.',
  SIGNATURE_REPLACED: NOTHING,
  STRUCTURE_FORGED: ASK_ORIGINAL,
  CERTIFICATION_BROKEN: `Whoever issued the document forbade such changes. ${COMPARE}`,
  LOCKED_FIELD_CHANGED: `A locked entry must not change. ${COMPARE}`,
  STAMP_UNFORESEEN:
    "Trust the signer's name in this report, not the picture on the page. See whether the picture covers content; if it does, ask for the original.",

  SUBFILTER_UNSUPPORTED:
    "Check the document with BSrE's verification service or another PDF reader, or ask for it to be signed again in the usual way (PAdES).",
  ALGORITHM_UNSUPPORTED:
    "Check the document with BSrE's verification service or another PDF reader, or ask for it to be signed again.",
  ALGORITHMS_MISFIT: `The document may be intact, but it was not signed by the standard. ${ASK_AGAIN}`,
  ALGORITHM_WEAK: `Signatures made with such an old algorithm can be imitated. ${ASK_AGAIN}`,
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'There is nothing to do; signatures of BSrE are made this way.',
  CHAIN_NOT_FOUND:
    'See who issued the certificate. For official documents it should be BSrE (Pasal 6). If the issuer is a recognised one, an administrator can add its root in the settings.',
  CHAIN_INVALID:
    'This certificate was not issued by the rules. Do not rely on it before its issuer, or Dinas Kominfo, has explained.',
  NO_ANCHORS:
    'Ask an administrator to install the list of trusted roots, then check this document again.',
  CERTIFICATE_EXPIRED:
    'An old document may well be genuine: every certificate expires. Ask for a copy with a time stamp that can still be trusted, or ask the signer to confirm that it is theirs.',
  CERTIFICATE_NOT_YET_VALID:
    "See whether this computer's date is right. If it is, ask for the document to be signed again once the certificate is valid.",
  CERTIFICATE_REVOKED:
    'Do not rely on this signature. Reach the signer in another way; if the document is theirs, ask for it to be signed again with the new certificate.',
  AUTHORITY_REVOKED:
    "Do not rely on this signature before Dinas Kominfo or BSrE has explained the authority's revocation.",
  REVOCATION_UNKNOWN:
    "Connect to the internet and check again. If nothing changes, use BSrE's verification service too, or ask the signer.",
  TIMESTAMP_REVOCATION_UNKNOWN: 'Connect to the internet and check again.',
  COVERAGE_PARTIAL: `The part that is not covered can hold anything. ${ASK_ORIGINAL}`,
  FILE_INCOMPLETE:
    'Download the file once more, or ask for a new copy. Meanwhile open or save the document as it was when it was signed; that part is whole.',
  STRUCTURE_UNCLEAR: COMPARE,
  KEY_REPEATED: ASK_ORIGINAL,
  COMMENTS_UNFORESEEN:
    'Read the comments and marks: none of them are from the signer. If they change what is meant, use the document as it was when it was signed.',
  TIMESTAMP_BROKEN:
    'When the document was signed is not proven. If that matters to you, ask the signer.',
  TIMESTAMP_CERTIFICATE_MISSING:
    'When the document was signed is not proven yet. If that matters to you, ask for a copy with long-term proof in it.',
  TIMESTAMP_UNTRUSTED:
    'When the document was signed is not proven yet. If that matters to you, ask for a copy whose time stamp was renewed.',
  LIMIT_EXCEEDED: ASK_ORIGINAL,

  MODIFICATION_NOT_JUDGED: COMPARE,
  TIMESTAMP_NOT_JUDGED:
    'Ask an administrator to install the list of trusted roots, then check this document again.',

  VALIDATION_DATA_ADDED: 'There is nothing to do; the document did not change.',
  DOCUMENT_TIMESTAMP_ADDED: 'There is nothing to do; the document did not change.',
  METADATA_CHANGED: 'There is nothing to do; the pages did not change.',
  EXTENSIONS_CHANGED: NOTHING,
  SIGNATURE_ADDED: 'See the result of that signature; each one is judged on its own.',
  SIGNATURE_FIELD_ADDED: NOTHING,
  FIELD_FILLED:
    'Make sure the entry is one you expect: it was made after the signature, by whoever had the file.',
  FORM_EXTENDED: NOTHING,
  STRUCTURE_EXTENDED: NOTHING,
  ANNOTATION_ADDED: 'Read the comment: it is not from the signer.',
  ANNOTATION_CHANGED: 'Read the comment: the change is not from the signer.',
  ANNOTATION_REMOVED: 'The comment can still be read in the document as it was when it was signed.',

  APPEARANCE_WITHOUT_VALUE: COMPARE,
  VALUE_NOT_SHOWN: COMPARE,
  FIELDS_DRAWN_ANEW: COMPARE,
  CONTENT_MAY_BE_COVERED: `See whether text or a picture covers content. ${COMPARE}`,
  READ_ONLY_FIELD_FILLED: `Nobody can type such an entry in a usual PDF reader. ${COMPARE}`,
  STAMP_COVERS_TEXT:
    'Open the document as it was when it was signed and read what lies under the stamp. If that is only where to sign, the content did not change; if it is anything else, ask for the original.',
  STAMP_ALTERS_TEXT:
    'Open the document as it was when it was signed and compare its text, letter by letter, with what is seen now. What counts is the text as it was signed; if what is seen differs, ask for the original.',
  STAMP_ON_UNREAD_PICTURE:
    'Open the document as it was when it was signed and see what lies under the stamp. If that is blank paper, the content did not change; if it is anything else, ask for the original.',

  PAGE_CONTENT_CHANGED: COMPARE,
  FONT_CHANGED: COMPARE,
  GRAPHIC_CHANGED: COMPARE,
  PAGES_CHANGED: COMPARE,
  SIGNED_FIELD_CHANGED: COMPARE,
  SIGNATURE_VALUE_CHANGED: ASK_ORIGINAL,
  SIGNATURE_VALUE_SHARED: ASK_ORIGINAL,
  SIGNATURE_FORGED: ASK_ORIGINAL,
  STAMP_WITHOUT_SIGNATURE:
    'That picture does not prove a signature. Only those named in this report signed; ask for the original if another name is needed.',
  FIELD_CHANGED: COMPARE,
  FIELD_ADDED: COMPARE,
  FIELD_REMOVED: COMPARE,
  FORM_CHANGED: COMPARE,
  ANNOTATION_ACTS: 'Open no attachment and press nothing on that comment. Ask for the original.',
  ACTIONS_CHANGED: ASK_ORIGINAL,
  LAYERS_CHANGED: COMPARE,
  NAMES_CHANGED: `Do not open the attachments. ${COMPARE}`,
  NAVIGATION_CHANGED: `Do not follow the links. ${COMPARE}`,
  STRUCTURE_CHANGED: COMPARE,
  PERMISSIONS_CHANGED: COMPARE,
  CATALOG_REPLACED: ASK_ORIGINAL,
  DOCUMENT_CHANGED: COMPARE,
};
