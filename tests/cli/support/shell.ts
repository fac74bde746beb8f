// A Shell whose output is kept, for tests of what is said.
import { Interrupt } from '../../../cli/interrupt.ts';
import { Output } from '../../../cli/output.ts';
import type { Shell } from '../../../cli/shell.ts';
import { TEXTS_EN } from '../../../cli/texts/en.ts';
import { TEXTS_ID } from '../../../cli/texts/id.ts';
import type { Language } from '../../../core/domain/language.ts';

export interface TestShell extends Shell {
  readonly said: { out: string; err: string };
}

export function testShell(language: Language = 'id'): TestShell {
  const said = { out: '', err: '' };
  return {
    language,
    texts: language === 'id' ? TEXTS_ID : TEXTS_EN,
    zone: 'WITA',
    out: new Output({ write: (text) => (said.out += text) }, {}),
    err: new Output({ write: (text) => (said.err += text) }, {}),
    interrupt: new Interrupt(false),
    said,
  };
}
