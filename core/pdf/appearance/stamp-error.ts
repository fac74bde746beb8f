// Why a stamp cannot be drawn.
import type { ErrorCode } from '../../domain/error-code.ts';
import { PenaError } from '../../domain/pena-error.ts';

export class StampError extends PenaError<Extract<ErrorCode, `STAMP_${string}`>> {
  override readonly name = 'StampError';
}
