// In practice mode nothing leaves this computer, whatever asks for it: every connection comes by here.
import { PenaError } from '../../core/domain/pena-error.ts';
import { practiceMode } from '../settings/practice-mode.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** @param direct whether without a proxy. @throws {PenaError} PRACTICE_OFFLINE */
export function keepInside(host: string, direct = true): void {
  if (practiceMode() && !(direct && LOOPBACK.test(host))) {
    throw new PenaError('PRACTICE_OFFLINE', { host });
  }
}
