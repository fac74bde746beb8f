// Why a stamp cannot be placed by a tag.
import type { ErrorCode } from '../../domain/error-code.ts';
import { PenaError } from '../../domain/pena-error.ts';

export class TagError extends PenaError<Extract<ErrorCode, `TAG_${string}`>> {
  override readonly name = 'TagError';
}
