// The tokens of this computer and what can be signed with.
import { tokenContract } from '../../../core/contract/token.ts';
import type { Certificates } from '../../main/certificates.ts';
import { answer } from '../answer.ts';

export function tokenAnswers(certificates: Certificates) {
  return { 'token.list': answer(tokenContract['token.list'], () => certificates.list()) };
}
