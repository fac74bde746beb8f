// A command that was not written as it has to be; the texts name the mistake.
import { PenaError } from '../core/domain/pena-error.ts';
import type { Texts } from './texts/id.ts';

export type UsageKey = keyof Texts['usage'];

export class UsageError extends PenaError<'USAGE'> {
  override readonly name = 'UsageError';
  readonly key: UsageKey;
  /** The option or argument spoken of; never a value, which might be a secret in the wrong place. */
  readonly subject: string;
  /** The commands or options that come near it, as they are written; never what was typed. */
  readonly meant: string;

  constructor(key: UsageKey, subject = '', meant = '') {
    super('USAGE');
    this.key = key;
    this.subject = subject;
    this.meant = meant;
  }
}
