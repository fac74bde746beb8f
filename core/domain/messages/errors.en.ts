// What failed, in English: what happened, what was not lost, what to do now. {braces} are filled from the
// error's parameters; [a part] is left out where one of its parameters is not known.
import type { ErrorCode } from '../error-code.ts';
import { APP_ERRORS_EN } from './errors/app.en.ts';
import { CERTIFICATES_ERRORS_EN } from './errors/certificates.en.ts';
import { LIFECYCLE_ERRORS_EN } from './errors/lifecycle.en.ts';
import { NETWORK_ERRORS_EN } from './errors/network.en.ts';
import { OFFICE_ERRORS_EN } from './errors/office.en.ts';
import { PDF_ERRORS_EN } from './errors/pdf.en.ts';
import { TOKEN_ERRORS_EN } from './errors/token.en.ts';

export const ERRORS_EN: Readonly<Record<ErrorCode, string>> = {
  ...PDF_ERRORS_EN,
  ...CERTIFICATES_ERRORS_EN,
  ...TOKEN_ERRORS_EN,
  ...NETWORK_ERRORS_EN,
  ...OFFICE_ERRORS_EN,
  ...LIFECYCLE_ERRORS_EN,
  ...APP_ERRORS_EN,
};
