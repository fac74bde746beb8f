// The issuer's certificate as a signed document brings it along, so that revocation can be watched without asking.
import { readCertificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { readSignatures } from '../../pdf/signature-inventory.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';

/** @param der the signer's certificate; null where no signature brings its issuer. @throws {PenaError} PDF_* */
export async function issuerInPdf(source: ByteSource, der: Uint8Array): Promise<Uint8Array | null> {
  const certificate = readCertificate(der);
  for (const { contents } of (await readSignatures(source)).signatures) {
    const issuer = certificatesIn(contents).find((one) => isIssuedBy(certificate, one));
    if (issuer !== undefined) return issuer.der;
  }
  return null;
}

function certificatesIn(contents: Uint8Array) {
  try {
    return readSignedData(contents).certificates;
  } catch (thrown) {
    if (thrown instanceof CmsError) return [];
    throw thrown;
  }
}
