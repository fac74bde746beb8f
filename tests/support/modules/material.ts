// Keys and certificates of a practice authority for tokens that are filled from files.
import { join } from 'node:path';
import { issue, makeCa, type Issued, type KeyAlgorithm } from '../../../build/practice/pki.mjs';

export interface Material {
  /** PEM. */
  readonly caFile: string;
  readonly issued: Readonly<Record<string, Issued>>;
}

/** @param kinds by the name of each signer */
export async function makeMaterial(
  folder: string,
  kinds: Readonly<Record<string, KeyAlgorithm>>,
): Promise<Material> {
  const ca = await makeCa(join(folder, 'ca'), {
    baseUrl: 'http://127.0.0.1:1',
    subject: '/C=ID/O=LATIHAN/CN=CA UJI',
    algorithm: 'ec:P-256',
  });
  const issued: Record<string, Issued> = {};
  for (const [name, algorithm] of Object.entries(kinds)) {
    const subject = `/C=ID/O=LATIHAN/CN=PENANDA TANGAN ${name}`;
    issued[name] = await issue(ca, name, 'signer', { subject, algorithm });
  }
  return { caFile: ca.certificate, issued };
}
