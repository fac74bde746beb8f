// Apa yang gagal, dalam Bahasa Indonesia: apa yang terjadi, apa yang tidak hilang, apa yang dilakukan
// sekarang. {kurung} diisi dari parameter; [bagian] ditiadakan bila parameternya tidak diketahui.
import type { ErrorCode } from '../error-code.ts';
import { APP_ERRORS_ID } from './errors/app.id.ts';
import { CERTIFICATES_ERRORS_ID } from './errors/certificates.id.ts';
import { LIFECYCLE_ERRORS_ID } from './errors/lifecycle.id.ts';
import { NETWORK_ERRORS_ID } from './errors/network.id.ts';
import { OFFICE_ERRORS_ID } from './errors/office.id.ts';
import { PDF_ERRORS_ID } from './errors/pdf.id.ts';
import { TOKEN_ERRORS_ID } from './errors/token.id.ts';

export const ERRORS_ID: Readonly<Record<ErrorCode, string>> = {
  ...PDF_ERRORS_ID,
  ...CERTIFICATES_ERRORS_ID,
  ...TOKEN_ERRORS_ID,
  ...NETWORK_ERRORS_ID,
  ...OFFICE_ERRORS_ID,
  ...LIFECYCLE_ERRORS_ID,
  ...APP_ERRORS_ID,
};
