// A command that was not written as it has to be; the texts name the mistake.
import { PenaError } from '../core/domain/pena-error.ts';
import type { Texts } from './texts/id.ts';

export type UsageKey = keyof Texts['usage'];

export class UsageError extends PenaError<'USAGE'> {
  override readonly name = 'UsageError';
  readonly key: UsageKey;
  /** The option or argument spoken of; never a value, which might be a secret in the wrong place. */
  readonly subject: string;

  constructor(key: UsageKey, subject = '') {
    super('USAGE');
    this.key = key;
    this.subject = subject;
  }
}
