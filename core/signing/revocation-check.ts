// Before the token signs: is the certificate revoked? (PP 71/2019 Pasal 62 ayat 1)
import type { Certificate } from '../cms/certificate.ts';
import { PenaError } from '../domain/pena-error.ts';
import { enter, type SigningRequest } from './request.ts';

/** @throws {PenaError} CERT_REVOKED; CERT_STATUS_UNKNOWN where nobody decides to sign all the same */
export async function refuseRevoked(
  request: SigningRequest,
  { der, commonName: name }: Certificate,
): Promise<void> {
  const { services, key, signal, decide, practice } = request;
  // Nobody keeps lists of what practice mode's own authority revoked.
  if (!services || practice) return;
  enter(request, 'asking');
  const { status, revokedAt, reason, problems } = await services.status(der, key.chain, signal);
  if (status === 'good') return;
  if (status === 'revoked') {
    const when = revokedAt === null ? {} : { time: revokedAt.toISOString() };
    throw new PenaError('CERT_REVOKED', { name, ...when, ...(reason === null ? {} : { reason }) });
  }
  if (await decide?.signUnchecked?.(problems)) return;
  const [first] = problems;
  throw new PenaError('CERT_STATUS_UNKNOWN', { name }, first === undefined ? {} : { cause: first });
}
