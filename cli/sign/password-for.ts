// The password that was given for several files, for one of them: a file that opens by itself needs none.
import { PenaError } from '../../core/domain/pena-error.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';

/**
 * Undefined where it is another file's and this one opens without any.
 * @throws {PdfError} PDF_PASSWORD_INCORRECT where it opens neither with it nor by itself
 */
export async function passwordFor(
  source: ByteSource,
  password: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  try {
    await PdfReader.open(source, { password });
    return password;
  } catch (wrong) {
    if (!(wrong instanceof PenaError) || wrong.code !== 'PDF_PASSWORD_INCORRECT') throw wrong;
    const opensItself = await PdfReader.open(source).then(
      () => true,
      () => false,
    );
    if (opensItself) return undefined;
    throw wrong;
  }
}
