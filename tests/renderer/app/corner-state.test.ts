// What the token's corner says.
import { describe, expect, it } from 'vitest';
import { mainContract } from '../../../core/contract/main-window.ts';
import { cornerState } from '../../../renderer/app/corner-state.ts';

const certificate = {
  certificate: `crt_${'1'.repeat(32)}`,
  token: `tok_${'1'.repeat(32)}`,
  name: 'LATIHAN',
  issuer: 'CA LATIHAN',
  tokenLabel: 'eToken 5110',
  tokenSerial: '1',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-03-03T00:00:00Z',
  pinPad: false,
  pinState: 'ok',
  refusal: null,
  practice: false,
  issuerKnown: true,
};
const token = {
  token: `tok_${'0'.repeat(32)}`,
  label: 'eToken 5110',
  serial: '1',
  model: 'eToken',
};
const list = (parts: object) =>
  mainContract['token.list'].response.parse({
    tokens: [],
    certificates: [],
    modules: [],
    problems: [],
    ...parts,
  });
const state = (parts: object) => cornerState({ list: list(parts), failure: null, reading: false });

describe('cornerState', () => {
  it('reads at first, and keeps the last list while it reads again', () => {
    expect(cornerState({ list: null, failure: null, reading: true }).kind).toBe('reading');
    const again = { list: list({ tokens: [token] }), failure: null, reading: true };
    expect(cornerState(again).kind).toBe('unusable');
  });

  it('says absent, or failed where a module could not be read', () => {
    expect(state({}).kind).toBe('absent');
    const problems = [{ code: 'TOKEN_MODULE_CRASHED', params: {} }];
    expect(state({ problems })).toEqual({ kind: 'failed', code: 'TOKEN_MODULE_CRASHED' });
  });

  it('says present with the end of the usable certificate', () => {
    expect(state({ tokens: [token], certificates: [certificate] })).toEqual({
      kind: 'present',
      label: 'eToken 5110',
      notAfter: '2027-03-03T00:00:00Z',
    });
  });

  it('says unusable or locked where no certificate can sign', () => {
    const refusal = { code: 'CERT_EXPIRED', params: {} };
    expect(state({ tokens: [token], certificates: [{ ...certificate, refusal }] }).kind).toBe(
      'unusable',
    );
    const locked = { ...certificate, pinState: 'locked' };
    expect(state({ tokens: [token], certificates: [locked] }).kind).toBe('locked');
  });
});
