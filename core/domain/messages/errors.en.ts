// What failed, in English: what happened, what was not lost, what to do now. {braces} are filled from the
// error's parameters; [a part] is left out where one of its parameters is not known.
import type { ErrorCode } from '../error-code.ts';

export const ERRORS_EN: Readonly<Record<ErrorCode, string>> = {
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
    'The stamp would hide text or a picture[ on page {page}] that is signed already, which would put the earlier signature in doubt. Move or shrink the stamp, or sign without one.',
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
  SIGNATURE_NONE: 'This document is not signed, so there is no signature to complete.',
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

  CMS_MALFORMED:
    'Signature or certificate data is damaged or incomplete and cannot be read. The file was not changed.',
  CMS_ALGORITHM_UNSUPPORTED:
    'Pena does not support this algorithm yet[ ({algorithm})]. Nothing was signed. Use an RSA key, or an EC key on P-256 or P-384.',

  CERT_MALFORMED:
    'The certificate is damaged and cannot be read. Use another certificate, or contact your Registration Authority.',
  CERT_NOT_FOUND:
    'The certificate looked for was not found. Make sure that the right token or file is used.',
  CERT_AMBIGUOUS:
    'More than one certificate fits, and Pena does not choose for you. Name the certificate that is meant.',
  CERT_KEY_MISSING:
    'The private key of this certificate was not found[ on the token {token}]. Use the token or file that holds the key.',
  CERT_AUTHORITY:
    'The certificate[ {name}] belongs to a certification authority: it issues other certificates, and is not for signing documents.',
  CERT_KEY_USAGE:
    'The certificate[ {name}] was not issued for signing. Choose another certificate.',
  CERT_PRACTICE:
    'The certificate[ {name}] was made for practice mode and signs nothing outside it. Choose your own certificate.',
  CERT_NOT_PRACTICE:
    'The certificate[ {name}] is not a practice certificate, so it is not used in practice mode. Leave practice mode to sign with it.',
  CERT_KEY_WEAK:
    'The key of this certificate is too short[ ({bits} bits)] to be safe any more. Apply for a new certificate at your Registration Authority.',
  CERT_EXPIRED:
    'The certificate[ {name}] expired[ on {notAfter}]. Apply for renewal at your Registration Authority.',
  CERT_REVOKED:
    'The certificate[ {name}] was revoked[ on {time}][ ({reason})], so it cannot sign. Ask the registration authority for a new certificate.',
  CERT_STATUS_UNKNOWN:
    'Whether the certificate[ {name}] is revoked cannot be found out now. Nothing was signed. Check the network connection, then try again.',
  CERTIFICATE_REPORTED_LOST:
    'The certificate[ {name}] was reported lost on this computer[ since {since}], so Pena does not sign with it. If the report was a mistake, withdraw it before it is sent.',
  CERTIFICATE_REGISTRY_INVALID:
    'The list of certificates on this computer[ ({file})] is damaged, so Pena cannot tell which of them were reported lost. Nothing was signed. Restore the file from a backup, or ask the administrator for help.',
  CERTIFICATE_REGISTRY_BUSY:
    'The list of certificates on this computer is being written by another program[ (process {pid})]. Try again in a moment.',
  CERT_NOT_YET_VALID:
    'The certificate[ {name}] is not valid yet[; it becomes valid on {notBefore}]. Check the date and time of this computer.',

  TOKEN_MODULE_MISSING:
    'The token software[ {module}] was not found on this computer. Install the software from the maker of your token, or check where it lies.',
  TOKEN_MODULE_INVALID:
    'The token software[ {module}] cannot be used on this computer[: it was built for {built}, needed is {needed}]. Install the right version from the maker of your token.',
  TOKEN_MODULE_CRASHED:
    'The token software[ {module}] stopped suddenly. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_MODULE_TIMEOUT:
    'The token software[ {module}] did not answer and was stopped. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_MODULE_MEMORY:
    'The token software[ {module}] took too much memory and was stopped. The original was not changed. Ask the maker of your token for its newest version.',
  TOKEN_MODULE_UNSAFE:
    'The token software[ {module}] was not used because other users of this computer can change it. Ask the administrator to correct its permissions.',
  TOKEN_NONE:
    'No token can be read. Plug in your USB token or card, and make sure that its software is installed on this computer.',
  TOKEN_AMBIGUOUS:
    'More than one token can be used. Name the token that is meant, or unplug the one that is not needed.',
  TOKEN_REMOVED:
    'The connection to the token[ {token}] was lost. The original was not changed. Plug in your token again and repeat.',
  TOKEN_DEVICE_ERROR:
    'The token[ {token}] reports a fault of its device[ ({ckr})]. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_GENERAL_ERROR:
    'The token[ {token}] refused without naming a cause[ ({ckr})]. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_IN_USE_HERE:
    'Pena is still busy with other work or another question in a window of its own. Finish or close it first, then repeat.',
  TOKEN_BUSY: 'Another program is using the token[ {token}]. Close that program and repeat.',
  TOKEN_NOT_LOGGED_IN:
    'The token[ {token}] has forgotten the PIN given to it. The document was not signed. Sign once more.',
  TOKEN_MECHANISM_UNSUPPORTED:
    'The token[ {token}] cannot make the kind of signature that this certificate needs. Update the token software, or use another certificate.',
  TOKEN_SIGNATURE_WRONG:
    'The signature made by the token[ {token}] does not match its certificate and was not used. The original was not changed. Contact the maker of your token.',
  TOKEN_PIN_INCORRECT:
    'The PIN for the token[ {token}] is wrong. The program does not try it again. Check your PIN before you repeat, since the token locks after a few wrong ones.',
  TOKEN_PIN_LENGTH:
    'The PIN is empty, or its length is not what the token[ {token}] asks for. The PIN was not used.',
  TOKEN_PIN_LOCKED:
    'The PIN of the token[ {token}] is locked after several wrong ones. Use the PUK with your token software, or contact your Registration Authority.',
  TOKEN_PIN_EXPIRED:
    'The PIN of the token[ {token}] has expired. Change the PIN with your token software and repeat.',
  TOKEN_PIN_LAST_TRY:
    'The PIN of the token[ {token}] can be tried only once more. The PIN was not sent, since a wrong one locks the token. Make sure of your PIN first.',
  TOKEN_PIN_REFUSED:
    'The token[ {token}] does not take that new PIN. The old PIN still holds. Choose another by the rules of whoever issued the token.',
  TOKEN_PUK_INCORRECT:
    'The PUK for the token[ {token}] is wrong. The program does not try it again. A few wrong PUKs lock the token for good.',
  TOKEN_PUK_LOCKED:
    'The PUK of the token[ {token}] is locked. The token cannot be opened here any more; contact your Registration Authority.',
  TOKEN_PUK_LAST_TRY:
    'The PUK of the token[ {token}] can be tried only once more. It was not sent, since a wrong one locks the token for good.',
  TOKEN_UNBLOCK_UNSUPPORTED:
    'The PIN of the token[ {token}] cannot be unblocked with this program[ (code {ckr})]. Use your token software, or contact your Registration Authority.',
  TOKEN_KEYGEN_UNSUPPORTED:
    'The token[ {token}] or its software makes no key pairs of this kind. Choose another kind, make the pair with the maker’s own program, or ask your Registration Authority.',
  TOKEN_KEY_EXPOSED:
    'The token[ {token}] made a key that could leave it, so the key was removed and not used. Contact the maker of your token.',
  TOKEN_KEY_HAS_CERTIFICATE:
    'The key on the token[ {token}] has a certificate. It was left as it is.',
  TOKEN_WRITE_UNSUPPORTED:
    'The token[ {token}] or its software does not let this be stored or removed. Use the maker’s own program.',

  P12_MALFORMED: 'This key file is not PKCS#12, or is damaged. Choose the right .p12 or .pfx file.',
  P12_PASSPHRASE_INCORRECT:
    'The passphrase for this key file is wrong. Nothing was signed. Check your passphrase and repeat.',

  FILE_NOT_FOUND: 'The file[ {file}] was not found. Check its name and folder.',
  FILE_NOT_READABLE:
    'The file[ {file}] cannot be read. Check its permissions, and that it is an ordinary file and not a folder.',
  FILE_CHANGED:
    'The file[ {file}] changed while it was read, so the result was not used. Close other programs that use it and repeat.',
  FILE_FOLDER_MISSING:
    'The destination folder[ {folder}] does not exist. Make the folder, or choose another one.',
  FILE_FOLDER_READ_ONLY:
    'The destination folder[ {folder}] cannot be written to. The original was not changed. Choose another folder, or check its permissions.',
  FILE_DISK_FULL:
    'The disk is full. The original was not changed and no half-made file was left. Make room and repeat.',
  FILE_OUTPUT_EXISTS:
    'The destination file[ {file}] is there already and was not overwritten. Choose another name.',
  FILE_OUTPUT_IS_INPUT:
    'The destination file[ {file}] is the original document, and an original is never overwritten. Choose another name or folder.',
  FILE_WRITE_FAILED:
    'The file[ {file}] could not be saved. The original was not changed. Check the disk, or choose another folder.',

  NET_UNREACHABLE:
    'The server[ {host}] cannot be reached. Check the network and the proxy settings, then repeat.',
  NET_TIMEOUT:
    'The server[ {host}] did not answer in time[ ({seconds} seconds)] and is no longer waited for. Repeat in a while.',
  NET_INTERRUPTED:
    'The connection to the server[ {host}] broke before its answer was complete. Repeat in a while.',
  NET_STATUS:
    'The server[ {host}] answered with an error[ (HTTP status {status})]. Repeat in a while.',
  NET_AUTH:
    'The server[ {host}] asks for a user name and password, or refuses those given. Check both in the settings.',
  NET_TOO_LARGE:
    'The answer of the server[ {host}] is too large and was not accepted. Give this code to the help desk.',
  NET_REDIRECT:
    'The server[ {host}] redirects to an address that cannot be followed safely. Give this code to the help desk.',
  NET_TLS:
    'No secure connection to the server[ {host}] could be made[ ({cause})]. Check the date of this computer, or contact your network administrator.',
  NET_PROXY:
    'The proxy[ {proxy}] cannot be used[ (HTTP status {status})]. Check the proxy settings, or contact your network administrator.',
  NET_ADDRESS_INVALID:
    'The address[ {address}] is no http or https address that can be used. Check it in the settings.',

  TSA_REFUSED: 'The time-stamp authority[ {authority}] refused the request[ ({failure})].',
  TSA_MALFORMED:
    'The answer of the time-stamp authority[ {authority}] is damaged or no time stamp, and was not used.',
  TSA_NONCE_MISMATCH:
    'The answer of the time-stamp authority[ {authority}] is not for this request, and was not used.',
  TSA_IMPRINT_MISMATCH:
    'The time stamp[ from {authority}] was made for other data, and was not used.',
  TSA_POLICY_MISMATCH:
    'The time stamp[ from {authority}] was made under another policy than asked for, and was not used.',
  TSA_SIGNATURE_WRONG:
    'The signature on the time stamp[ from {authority}] is wrong, so it was not used.',
  TSA_CERTIFICATE_UNFIT:
    'The certificate of the time-stamp authority[ {authority}] is missing, or was not issued for time stamping. Its time stamp was not used.',
  TSA_CERTIFICATE_EXPIRED:
    'The certificate of the time-stamp authority[ {authority}] is not valid at the time it states. Its time stamp was not used.',
  TSA_CERTIFICATE_UNTRUSTED:
    'The certificate of the time-stamp authority[ {authority}] does not come from a trusted root. Its time stamp was not used. If it is the one of your office, name its root, or its certificate, in the settings.',
  TSA_UNAVAILABLE:
    'No time-stamp authority gave a time stamp that can be used[ ({authorities})]. Check the network, or complete the time stamp later.',

  REVOCATION_NO_SOURCE: 'The certificate[ {name}] does not say where to ask about its revocation.',
  OCSP_MALFORMED: 'The OCSP answer[ from {host}] is damaged and cannot be read.',
  OCSP_REFUSED: 'The OCSP server[ {host}] is not willing to answer[ ({status})].',
  OCSP_RESPONDER_UNAUTHORIZED:
    'The OCSP answer[ from {host}] was signed by somebody without the right to do so, and was not used.',
  OCSP_SIGNATURE_WRONG:
    'The signature on the OCSP answer[ from {host}] is wrong, so it was not used.',
  OCSP_EXTENSION_UNSUPPORTED:
    'The OCSP answer[ from {host}] holds a condition that Pena does not know, and was not used.',
  OCSP_CERTIFICATE_MISMATCH:
    'The OCSP answer[ from {host}] is not about this certificate, and was not used.',
  OCSP_NONCE_MISMATCH: 'The OCSP answer[ from {host}] is not for this request, and was not used.',
  OCSP_CERTIFICATE_UNKNOWN: 'The OCSP server[ {host}] does not know this certificate.',
  OCSP_NOT_CURRENT:
    'The OCSP answer[ from {host}] is not valid at the time asked for[ (valid until {nextUpdate})].',
  CRL_MALFORMED: 'The revocation list (CRL)[ from {host}] is damaged and cannot be read.',
  CRL_ISSUER_UNKNOWN:
    'The issuer of the revocation list (CRL)[ from {host}] cannot be established, so the list was not used.',
  CRL_SIGNATURE_WRONG:
    'The signature on the revocation list (CRL)[ from {host}] is wrong, so the list was not used.',
  CRL_EXTENSION_UNSUPPORTED:
    'The revocation list (CRL)[ from {host}] holds a condition that Pena does not know, so the list was not used.',
  CRL_SCOPE:
    'The revocation list (CRL)[ from {host}] does not cover this certificate, or not all reasons for revocation.',
  CRL_NOT_CURRENT:
    'The revocation list (CRL)[ from {host}] is not valid at the time asked for[ (valid until {nextUpdate})].',

  BATCH_PLAN_INVALID:
    'The signing plan cannot be used[ ({detail})]. Nothing was signed yet. Correct the plan.',
  BATCH_OTHER_RUN:
    'The folder for the results holds the record of another plan or certificate. Nothing was signed yet. Choose another folder, or go on with the earlier plan.',
  BATCH_BUSY: 'Another Pena is working on this plan[ (process {pid})]. Wait until it has finished.',
  BATCH_INPUT_CHANGED:
    'The file[ {file}] has changed since it was reviewed and was not signed. Review it again.',
  BATCH_CERTIFICATE:
    'The key in use is not that of the certificate named in the plan. Nothing was signed with it.',
  SEAL_INVALID:
    'This sealed plan is damaged or was changed after it was sealed. Nothing was signed yet. Ask whoever prepared it to seal it again.',
  SEAL_BROKEN:
    'The file[ {file}] is not what was sealed and was not signed. Ask whoever prepared it to check it and seal again.',
  WORKFLOW_OUT_OF_TURN:
    'It is not yet the turn of the field[ {field}]. The document still waits for an earlier field[, {waiting}].',
  WORKFLOW_FIELD_NEEDED:
    'This document has an order of signing. Name the field to sign[; it is the turn of {waiting}].',
  WORKFLOW_FORBIDDEN:
    'A signature that is there does not allow new fields. The document was not changed.',
  JOURNAL_BUSY:
    'Another Pena is writing the journal and does not finish. Close it, then try again.',
  JOURNAL_EXPORT_INVALID:
    'The file[ {file}] is no whole export of a journal. Ask for a new export from the computer it came from.',
  JOURNAL_UNREADABLE:
    'The journal file[ {file}] cannot be read. Check the permissions of its folder.',

  CMP_PROTECTION_WRONG:
    'The answer of the certificate authority[ at {host}] is not protected by the secret or certificate it should be, so it was not believed. The report counts as not sent.',
  CMP_OTHER_TRANSACTION:
    'The answer of the certificate authority[ at {host}] belongs to another request, so it was not believed. The report counts as not sent.',
  CHANNEL_REFUSED:
    "The authority's server[ {host}] could not take the report[: {detail}]. The report is kept and another way is tried.",
  CHANNEL_ANSWER_INVALID:
    "The authority's server[ {host}] answered something that Pena does not understand. The report is kept and will be sent again.",
  CHANNEL_RECEIPT_WRONG:
    "The receipt[ from {host}] is not signed by the authority's key, or is for something else. The report counts as not sent.",
  CHANNEL_NO_SECRET:
    'The password or secret for {name} is not there. Store it with `pena lost secret`, or give it with the command.',
  CHANNEL_UNFIT: 'This way cannot carry the report[: {detail}]. Choose another way.',
  MAIL_FAILED:
    'The mail server[ {host}] did not take the message[ ({detail})]. The report is kept and will be sent again.',
  MAIL_AUTH:
    'The mail server[ {host}] refused the user name or password. Check the mail account in the settings.',
  MAIL_ADDRESS_INVALID: 'An e-mail address[ ({address})] is not written as it must be. Correct it.',
  PACKAGE_INVALID:
    'This file is not a report package, or it is damaged[ ({detail})]. Nothing of it was used.',
  PACKAGE_TOO_LARGE:
    'This package holds more than a report may[ ({detail})]. Nothing of it was used.',
  PACKAGE_DIGEST_WRONG:
    'A part of this package[, {file},] is not what its list says. Nothing of it was used. Ask the sender for a new one.',
  PACKAGE_SIGNATURE_WRONG:
    'The signature in this package is wrong. Nothing of it was used. Ask the sender for a new one.',
  OUTBOX_BUSY: 'Another Pena is working on the outbox. Wait until it has finished.',
  OUTBOX_UNREADABLE:
    'A report in the outbox[ ({file})] cannot be read: it is damaged, or its key is another one. It was left as it is.',
  RA_TOKEN_WRONG: 'The access token is missing or wrong.',
  RA_RATE: 'Too many requests. Wait[ {seconds} seconds], then try again.',
  RA_REPORT_INVALID: 'The report is not of the required form[ ({detail})].',
  RA_CONFLICT: 'A different report was sent earlier under the same key. It was not accepted.',
  RA_CASE_UNKNOWN: 'There is no such case[ {case}].',
  RA_CASE_DECIDED: 'The case[ {case}] was decided before. Its decision was not changed.',
  RA_APPLICATION_INCOMPLETE:
    'This application is not complete, so it cannot be accepted. Reject it with the reasons, and ask for what is missing.',
  RA_REASON_MISSING: 'A rejection needs its reasons (Article 12(3)). No decision was noted yet.',
  RA_STORE_UNREADABLE: "The registration authority's file[ {file}] cannot be opened[ ({detail})].",
  RA_STORE_NEWER:
    "The registration authority's file[ {file}] was made by a newer Pena. Update Pena on this computer.",

  IPC_UNKNOWN_CHANNEL:
    'The window asked for something unknown and was refused. Give this code to the help desk.',
  IPC_SENDER_REFUSED:
    'A request came from a place that is not trusted and was refused. Close Pena, open it again, and give this code to the help desk.',
  IPC_REQUEST_INVALID:
    'The window sent a request that breaks the rules and was refused. Give this code to the help desk.',
  IPC_RESPONSE_INVALID:
    'An answer inside Pena breaks the rules and is not shown. Give this code to the help desk.',
  HANDLE_UNKNOWN: 'That document or certificate is no longer open. Open or choose it once more.',

  CASE_NOT_FOUND:
    'There is no such report or letter on this computer. "pena lost status" lists reports of lost keys.',
  CASE_UNREADABLE:
    'The file of this report or letter cannot be opened: it is damaged, or was made with another key. It was not changed.',
  CASE_UNSENT:
    'This report has reached nobody yet, so it is not deleted. Send it, take it back, or add --unsent.',
  CASE_REVOKED: 'The issuer has revoked this certificate already; that cannot be taken back.',
  CASE_DATA_INVALID: 'The entry[ {field}] cannot be used. Nothing was sent; correct it.',
  PAPER_UNSUPPORTED:
    'An attachment has to be a whole PDF, JPEG or PNG file. Scan it again, or save it in another form.',
  PAPER_TOO_LARGE:
    'This attachment is larger than 8 MB, which no report can carry. Scan it with fewer dots per inch, or in shades of grey.',
  PAPER_SIGNED_BY_LOST_KEY:
    'This statement was signed with the very certificate that was reported. Sign it on paper, or with another certificate, and add it again.',
  PAPER_SIGNATURE_BROKEN:
    'An electronic signature in this statement[ ({field})] is broken or cannot be read, so the statement was not added. Have it signed again.',
  PAPER_NOT_SIGNED:
    'The superior acknowledges what the owner has signed: add the statement first, as a PDF, with the owner’s signature. A scan has to be a PDF, too.',
  PAPER_NOT_ASKED:
    'No letter of this report was sent to the superior, so there is no answer to it.',
  PAPER_OTHER_LETTER:
    'This is not the letter that was sent to the superior, or something besides the signature was changed in it. It was not added.',
  PAPER_ANSWERED: 'This request has been answered: give the file back to the owner.',
  PAPER_NOT_ACKNOWLEDGED:
    'There is no new signature on this letter: the superior has not signed it yet.',
  PAPER_SIGNED_BY_OWNER:
    'The owner has signed this letter once more. It has to be acknowledged by somebody else: the direct superior.',
  PAPER_SIGNER_UNTRUSTED:
    'The certificate of[ {signer}] cannot be trusted here, so the signature proves nothing. The letter was not added.',
  LETTER_NOT_FOUND: 'There is no letter[ {name}]. "pena letter" lists them.',
  LETTER_TEMPLATE_INVALID:
    'The letter template[ {name}] cannot be used. Correct the file, or use the one that ships.',
  LETTER_DATA_INVALID:
    'The data of a letter has to be a JSON object of texts. Nothing was written.',
  REQUEST_DATA_INVALID:
    'The entry[ {field}] is missing, cannot be used, or does not go with this kind of certificate. Nothing was made; correct it.',
  PIN_ON_COMMAND_LINE:
    'A PIN or passphrase is not accepted on the command line, where others can read it and the history keeps it. Remove it from the history, and change it if it was typed there.',
  KEYCHAIN_ABSENT: 'This computer has no keychain that can be used. No secret was stored.',
  KEYCHAIN_LOCKED: 'The keychain of this computer is locked. Unlock it and repeat.',
  KEYCHAIN_FAILED:
    'The keychain of this computer does not answer, or refuses. Nothing has changed.',
  KEYCHAIN_FORBIDDEN: 'Your administrator does not let this secret be stored.',
  KEYCHAIN_DRAFTS_KEY:
    'The key of the drafts on this computer is gone or has been replaced, so earlier drafts cannot be opened.',
  KEYCHAIN_PASSPHRASE: 'The passphrase of the drafts is wrong. Check it and repeat.',
  KEYCHAIN_PASSPHRASE_NEEDED:
    'This computer has no keychain that can be used, so reports are kept under a passphrase, and it was not given: nothing was read or sent. Run this in a terminal, or use --passphrase-stdin or --passphrase-fd.',
  PIN_NOT_GIVEN: 'No PIN or passphrase was given. Nothing was signed.',
  POLICY_FILE_INVALID:
    'The policy file[ {file}] cannot be read: its content is not of the required form.',
  TRUST_FILE_INVALID:
    'The trust file or folder[ {file}] holds no certificate that can be read. Use certificates in PEM or DER.',
  PRACTICE_SIGNED_ALREADY:
    'This document was signed outside practice mode, so the LATIHAN mark can no longer be put on it. Practise with a document that is not signed yet.',
  PRACTICE_OFFLINE:
    'In practice mode nothing is sent outside this computer[: {host}]. Leave practice mode to really send it.',
  PRACTICE_NOT_MADE:
    'The practice token cannot be made on this computer[ ({detail})]. Check free space and the folder’s permissions, then try again.',
  PRACTICE_TOKEN_ONLY:
    'In practice mode only the practice token is used. Leave practice mode to use your token.',
  TRUST_PRACTICE:
    'The trust anchor[ {file}] was made for practice mode and is never trusted outside it. Nothing was added.',
  POLICY_UNSAFE:
    'The office’s policy {file} can be changed by other users, so it is not trusted. Ask the administrator to correct its permissions: only root may write it.',
  POLICY_LOCKS: 'This is set by your administrator and cannot be changed here.',
  SETTINGS_INVALID:
    'The settings file[ {file}] cannot be understood[ at {key}]. Correct it or delete it.',
  CANCELLED: 'Cancelled. The original was not changed and no half-made file was left.',
  USAGE: 'The command is incomplete or unknown. See how it is used with --help.',
  INTERNAL:
    'Something went wrong inside Pena itself. The original was not changed. Give this code to the help desk.',
};
