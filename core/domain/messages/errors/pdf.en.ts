// Documents and the signatures in them.
import type { ErrorCode } from '../../error-code.ts';

export const PDF_ERRORS_EN = {
  PDF_NOT_A_PDF: 'This file is not a PDF. Choose a PDF, or export the document to PDF first.',
  PDF_TRUNCATED:
    'The end of this PDF is missing, usually because a download or copy was cut off. Download it or ask for it again.',
  PDF_XREF_BROKEN:
    'The list of objects inside this PDF is broken, so its content cannot be read with certainty. The file was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_OBJECT_BROKEN:
    'A part of this PDF is broken, so it cannot be read with certainty. The file was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_STREAM_BROKEN:
    'Compressed data inside this PDF is broken. The file was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_FILTER_UNSUPPORTED:
    'This PDF stores data in a way that Pena does not know yet[ ({filter})]. The file was not changed. Make the PDF anew with another program.',
  PDF_LIMIT_EXCEEDED:
    'This PDF is built beyond the limits that Pena reads safely[ ({limit})]. The file was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_PASSWORD_NEEDED: 'This PDF opens only with its password. Give the password of the document.',
  PDF_PASSWORD_INCORRECT:
    'The password does not open this PDF. Check it, or ask the author of the document.',
  PDF_ENCRYPTION_UNSUPPORTED:
    'This PDF is encrypted in a way that Pena cannot open[ ({method})]. Ask its author for a version locked by a password only, or without a lock.',
  PDF_PERMISSION_DENIED:
    'The author of this PDF does not allow that signature without the owner password. The file was not changed. Give the owner password, or ask the author for a version that may be signed.',
  PDF_PAGE_TREE_BROKEN:
    'The order of pages in this PDF is broken. The file was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_PAGE_NOT_FOUND:
    'Page[ {page}] does not exist[; this document has {pages} pages]. Choose another page.',
  PDF_SIGNATURE_LEFT_OVER:
    'This file still holds an electronic signature that is no longer part of its document, so the document does not count as signed. Ask the sender for the original.',
  PDF_FORM_BROKEN:
    'The form inside this PDF is broken, so signature fields cannot be read or added. The file was not changed. Make the PDF anew.',
  PDF_FIELD_NOT_FOUND:
    'This document has no signature field[ {field}]. Check the name of the field.',
  PDF_FIELD_TAKEN:
    'The field[ {field}] holds a signature already, and that signature was not changed. Choose another field.',
  PDF_FIELD_NOT_SIGNATURE:
    'The field[ {field}] is not a signature field. Choose another field, or a name that is not in use.',
  PDF_RECT_INVALID:
    'The size of the stamp cannot be used. Its width and height must be at least 1 point.',
  PDF_RECT_OUTSIDE_PAGE:
    'The stamp does not lie wholly within the page[ ({width} × {height} points)]. Move the stamp or make it smaller.',
  PDF_CERTIFIED_STAMP:
    'The author has certified this document, so no new stamp is allowed. Sign without a stamp, or in a field that was provided.',
  PDF_STAMP_COVERS_TEXT:
    'The stamp would hide or alter text or a picture[ on page {page}] that is signed already, which would put the earlier signature in doubt. Move or shrink the stamp, or sign without one.',
  PDF_NO_FREE_PLACE:
    'There is no free place large enough for the stamp[ on page {page}]. Choose another page, make the stamp smaller, or sign without one.',
  PDF_ALREADY_SIGNED: 'This document is signed already; only the first signature can certify it.',
  PDF_CHANGED_AFTER_SIGNING:
    'This document was changed after an earlier signature, and nothing explains the change. Nothing was signed. Verify the document first.',
  PDF_FIELD_LOCKED:
    'The signature[ {by}] locks the field[ {field}], so no other signature is allowed.',
  PDF_SEED_VALUE:
    'The author of the form asks for something this signature does not fulfil[ ({constraint})][; accepted: {asked}].',
  PDF_CERTIFIED:
    'An earlier signer allows no change at all to this document, so no signature can be added. The document was not changed.',
  PDF_SIGNATURE_TOO_LARGE:
    'The signature with its certificate chain does not fit into the space kept for it. The original was not changed. Give this code to the help desk.',

  PDF_REPAIR_SIGNED:
    'This damaged file holds a signature, which repairing would break. Ask the sender for another copy.',
  PDF_REPAIR_IMPOSSIBLE:
    'This file is too damaged to be put together again. The original was not changed. Make the PDF anew, or ask the sender for another copy.',
  PDF_REPAIR_ENCRYPTED:
    'This damaged file is encrypted, and Pena puts together only what is not: its pieces cannot be told apart without their key. The original was not changed. Ask the sender for another copy, or for one without a password.',
  SIGNATURE_NONE: 'This document is not signed, so there is no signature to complete.',
  SIGNATURE_NOT_EXTENDABLE:
    'The signature[ {field}] is of an old kind[ ({format})] that has no room for the proofs that make it last. The signature itself is not damaged, and the file was not changed. Put a document time stamp over it with "pena timestamp", or have the document signed again.',
  SIGNATURE_NOT_FOUND: 'This document has no signature[ number {number}][; there are {count}].',
  SIGNATURE_RANGE_INVALID:
    'What the signature[ {field}] covers is not one whole state of the document, so it cannot be taken out. The file was not changed.',
  PREFLIGHT_REFUSED:
    'This document was not signed, because it holds what can change its content or look afterwards[ ({findings})]. Ask its author for a version without that.',
  STAMP_TEXT_UNSUPPORTED:
    'The text of the stamp holds a letter or symbol that Pena cannot print[: {text}]. Change the text.',
  STAMP_TOO_SMALL: 'The stamp is too small for its text. Enlarge the stamp, or shorten the text.',
  STAMP_IMAGE_INVALID:
    'The image for the stamp cannot be used[ ({problem})]. Use a PNG or JPEG of up to 4 MB and 4000 × 4000 pixels.',
  STAMP_SPECIMEN_MISSING:
    'This stamp design shows a specimen signature, but no picture of one has been chosen. Choose the picture, or use another design.',
  STAMP_DESIGN_NOT_FOUND:
    'The stamp design[ {design}] was not found, or its file is wrong. Choose another design.',
  STAMP_DESIGN_INVALID:
    'The file[ {file}] is no stamp design[: {problem}]. Correct it, or choose another design.',
  STAMP_FOOTER_NOT_FOUND:
    'The footer[ {footer}] was not found, or its file is wrong. Choose another footer.',
  TAG_NOT_FOUND:
    'The tag[ {tag}] was not found in the text of the document[: {found} found]. Check the tag, or place the stamp by page and size.',
  TAG_AMBIGUOUS:
    'The tag[ {tag}] was found {found} times, so the place of the stamp is not certain. Say which one, or use a tag that is there only once.',
  TAG_INVALID:
    'A tag for the place of the stamp has 1 to 16 letters, digits or signs, and no spaces.',
} satisfies Partial<Record<ErrorCode, string>>;
