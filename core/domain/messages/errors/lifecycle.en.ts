// A certificate's requests, letters and cases.
import type { ErrorCode } from '../../error-code.ts';

export const LIFECYCLE_ERRORS_EN = {
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
  CASE_BUSY: 'Another Pena is changing this report or application. Try again in a moment.',
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
  RA_PORT_TAKEN:
    'Port {port} is in use by another program. Stop that program, or choose another port. Nothing is taken in meanwhile.',
  RA_LISTEN_FAILED:
    'The receiver cannot listen on port {port}. Choose a port between 1024 and 65535, and an address of this computer.',
  RA_TLS_CERTIFICATE_WRONG:
    'The TLS certificate and its key cannot be used together. Choose the certificate as PEM, then its key as PEM without a password.',

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
  LETTER_EMBLEM_INVALID:
    'The emblem of the letterhead[ {file}] cannot be used. It has to be a PNG, or a JPEG in RGB or grey, of up to 1 MB and 2000 × 2000 pixels.',
  LETTER_DATA_INVALID:
    'The data of a letter has to be a JSON object of texts. Nothing was written.',
  REQUEST_DATA_INVALID:
    'The entry[ {field}] is missing, cannot be used, or does not go with this kind of certificate. Nothing was made; correct it.',
} satisfies Partial<Record<ErrorCode, string>>;
