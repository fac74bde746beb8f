// A keyboard whose keys are pressed by the test.
import { EventEmitter } from 'node:events';
import type { Keyboard } from '../../../cli/pin/silent-terminal.ts';

export class TestKeyboard extends EventEmitter implements Keyboard {
  raw = false;
  reading = false;

  setRawMode(raw: boolean): void {
    this.raw = raw;
  }

  resume(): void {
    this.reading = true;
  }

  pause(): void {
    this.reading = false;
  }

  /** @returns the very bytes that were handed over, to see that they were wiped */
  type(text: string): Uint8Array {
    const chunk = new TextEncoder().encode(text);
    this.emit('data', chunk);
    return chunk;
  }
}
