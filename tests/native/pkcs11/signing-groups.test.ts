// How signatures that are asked for together reach the token's own process. Its part is played here.
import { describe, expect, it } from 'vitest';
import {
  type GroupKind,
  type SignGroup,
  SigningGroups,
} from '../../../native/pkcs11/signing-groups.ts';

const KIND: GroupKind = { id: '01', algorithm: 'RSA_PKCS1_SHA256' };
const data = (value: number): Uint8Array => Uint8Array.of(value);
/** A "signature": the data with a mark behind it. */
const signed = (one: Uint8Array): Uint8Array => Uint8Array.of(...one, 99);

/** @param milliseconds that each group takes */
function recorded(milliseconds = 0): { sizes: number[]; sign: SignGroup } {
  const sizes: number[] = [];
  const sign: SignGroup = async (_kind, all) => {
    sizes.push(all.length);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return all.map(signed);
  };
  return { sizes, sign };
}

/** After one signature it is known how quick the token is. */
async function begun(sign: SignGroup): Promise<SigningGroups> {
  const groups = new SigningGroups(sign);
  await groups.sign(KIND, data(0));
  return groups;
}

describe('signatures asked for in one moment', () => {
  it('go together to a quick token, eight at most, each with its own answer', async () => {
    const { sizes, sign } = recorded();
    const groups = await begun(sign);
    expect(groups.atOnce).toBe(16);
    const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const made = await Promise.all(wanted.map((value) => groups.sign(KIND, data(value))));
    expect(made).toEqual(wanted.map((value) => Uint8Array.of(value, 99)));
    expect(sizes).toEqual([1, 8, 2]);
  });

  it('go one by one to a slow token, fewer at once: who cancels waits for them', async () => {
    const { sizes, sign } = recorded(30);
    const groups = await begun(sign);
    expect(groups.atOnce).toBe(3);
    await Promise.all([1, 2, 3].map((value) => groups.sign(KIND, data(value))));
    expect(sizes).toEqual([1, 1, 1, 1]);
  });

  it('are not mixed where they want another algorithm', async () => {
    const kinds: (readonly [string, number])[] = [];
    const groups = await begun(({ algorithm }, all) => {
      kinds.push([algorithm, all.length]);
      return Promise.resolve(all.map(signed));
    });
    const other: GroupKind = { id: '01', algorithm: 'RSA_PSS_SHA256' };
    await Promise.all([groups.sign(KIND, data(1)), groups.sign(other, data(2))]);
    expect(kinds.slice(1)).toEqual([
      ['RSA_PKCS1_SHA256', 1],
      ['RSA_PSS_SHA256', 1],
    ]);
  });

  it('keep what was made before the token failed; the rest fails as the token says', async () => {
    let gone = false;
    const asked: number[] = [];
    const groups = await begun((_kind, all) => {
      asked.push(all.length);
      if (gone) return Promise.reject(new Error('pulled'));
      gone = all.length > 1;
      return Promise.resolve(all.slice(0, 2).map(signed));
    });
    const made = await Promise.allSettled([1, 2, 3, 4].map((n) => groups.sign(KIND, data(n))));
    expect(made.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'rejected'],
    ]);
    expect(asked).toEqual([1, 4, 2]);
  });
});
