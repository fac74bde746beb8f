// What every command has at hand: its language, its clock's zone, where to write, and when to stop.
import type { Language } from '../core/domain/language.ts';
import type { Zone } from '../core/domain/local-time.ts';
import type { Interrupt } from './interrupt.ts';
import type { Output } from './output.ts';
import type { Texts } from './texts/id.ts';

export interface Shell {
  readonly language: Language;
  readonly texts: Texts;
  /** Of this computer; times are said in it. */
  readonly zone: Zone;
  /** Results: standard output. */
  readonly out: Output;
  /** Questions and complaints: standard error. */
  readonly err: Output;
  readonly interrupt: Interrupt;
}
