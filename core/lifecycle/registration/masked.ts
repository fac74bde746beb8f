// Personal data of a report as it is shown at the desk until somebody asks for it.
import type { RevocationRequest } from '../../domain/revocation-request.ts';

/** The first two and the last two digits of the NIP; the first letter of the e-mail address, and where it is. */
export function masked(request: RevocationRequest): RevocationRequest {
  const { owner } = request;
  const nip = owner.nip?.replace(/^(..).*(..)$/, '$1**************$2') ?? null;
  const email = owner.email?.replace(/^(.)[^@]*/, '$1***') ?? null;
  return { ...request, owner: { ...owner, nip, email } };
}
