// Revocation data that a signature carries within itself: in BSrE's way (adbe-revocationInfoArchival), and
// in the fields of CMS (RFC 5652 5.1), its time stamps' too.
import { CmsError } from '../../cms/cms-error.ts';
import { archivedRevocation } from '../../cms/revocation-archival.ts';
import type { SecurityStore } from '../../pdf/security-store.ts';
import type { SignatureRead } from '../read-signature.ts';

type Carried = Pick<SecurityStore, 'ocspResponses' | 'crls'>;

/** What cannot be read proves nothing. */
export function carriedRevocation({ contents }: SignatureRead): Carried {
  if (contents === null) return { ocspResponses: [], crls: [] };
  const { signedData, signer, timestamps, contentTimestamps, token } = contents;
  const tokens = [...timestamps, ...contentTimestamps, token].filter((one) => one !== null);
  const carried = [signedData, ...tokens.map((one) => one.signedData)].map(
    ({ revocationValues }) => revocationValues,
  );
  try {
    carried.push(archivedRevocation(signer));
  } catch (thrown) {
    if (!(thrown instanceof CmsError)) throw thrown;
  }
  return {
    ocspResponses: carried.flatMap(({ ocsp }) => ocsp),
    crls: carried.flatMap(({ crl }) => crl),
  };
}
