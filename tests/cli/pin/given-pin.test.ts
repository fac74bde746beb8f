// A PIN that was handed in is used as the person meant it, and never once more.
import { expect, test } from 'vitest';
import { GivenPin } from '../../../cli/pin/given-pin.ts';
import type { PinRequest } from '../../../core/ports/token.ts';
import { refusedWith } from '../../support/rejection.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const request = (changes: Partial<PinRequest> = {}): PinRequest => ({
  token: { label: 'UJI', serial: '01', pinPad: false },
  pinState: 'ok',
  certificateName: 'BUDI',
  purpose: { documents: [] },
  previousWrong: false,
  ...changes,
});

test('is given as a copy, so that the token may want it for each document', async () => {
  const pin = bytes('482915');
  const prompt = new GivenPin(pin, false);
  const first = await prompt.ask(request());
  first?.fill(0);
  expect(await prompt.ask(request())).toEqual(bytes('482915'));
});

test('is wiped and kept back after a wrong one', async () => {
  const pin = bytes('482915');
  const prompt = new GivenPin(pin, false);
  await prompt.ask(request());
  expect(await prompt.ask(request({ previousWrong: true }))).toBeNull();
  expect(pin).toEqual(new Uint8Array(6));
  expect((await refusedWith(prompt.ask(request()))).code).toBe('PIN_NOT_GIVEN');
});

test('is not spent on the last try unless the person said so', async () => {
  const last = request({ pinState: 'final-try' });
  expect(await refusedWith(new GivenPin(bytes('1'), false).ask(last))).toEqual({
    code: 'TOKEN_PIN_LAST_TRY',
    params: { token: 'UJI' },
  });
  expect(await new GivenPin(bytes('1'), true).ask(last)).toEqual(bytes('1'));
  expect(await new GivenPin(bytes('1'), false).ask(request({ pinState: 'count-low' }))).toEqual(
    bytes('1'),
  );
});

test('is not needed on a PIN pad', async () => {
  const pad = request({ token: { label: 'UJI', serial: '01', pinPad: true } });
  expect(await new GivenPin(null, false).ask(pad)).toEqual(new Uint8Array(0));
  expect((await refusedWith(new GivenPin(null, false).ask(request()))).code).toBe('PIN_NOT_GIVEN');
});
