// Plain attacks on one signature: none may be shown as intact where the signed bytes or the signer changed.
import { describe, expect, it } from 'vitest';
import { derSequence } from '../../../core/cms/der-writer.ts';
import type { SignatureValue } from '../../../core/pdf/signature-value.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';
import { type CmsOptions, makeCms } from '../support/test-cms.ts';
import { judge, judgeOne, makeDocument, type TestDocument } from '../support/test-document.ts';
import { processorTime } from '../../support/processor-time.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root, { serial: 42 });
const TRUST = { anchors: [root.der] };

const signed = (cms: Partial<CmsOptions> = {}, room = 2048): TestDocument =>
  makeDocument((digest) => makeCms({ signer, digest, ...cms }), { room });

function valueOf({ inventory }: TestDocument): SignatureValue {
  return inventory.signatures[0]!;
}

function withValue(document: TestDocument, value: Partial<SignatureValue>): TestDocument {
  const { inventory } = document;
  return {
    bytes: document.bytes,
    inventory: { ...inventory, signatures: [{ ...valueOf(document), ...value }] },
  };
}

describe('a changed byte', () => {
  it('anywhere in the signed bytes is a hash failure', async () => {
    const document = signed();
    const { start, end } = valueOf(document).contentsSpan!;
    for (let at = 0; at < document.bytes.length; at++) {
      if (at >= start && at < end) continue;
      const bytes = Uint8Array.from(document.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      const result = await judgeOne({ ...document, bytes }, TRUST);
      expect(result, `byte ${at}`).toMatchObject({
        intact: false,
        indication: 'TOTAL_FAILED',
        subIndication: 'HASH_FAILURE',
      });
    }
  });

  it('anywhere in the CMS never leaves another signer intact', async () => {
    const document = signed();
    const { contents } = valueOf(document);
    const clean = await judgeOne(document, TRUST);
    for (let at = 0; at < 900; at++) {
      const changed = Uint8Array.from(contents);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const result = await judgeOne(withValue(document, { contents: changed }), TRUST);
      // What is outside the signed attributes and the signer's certificate may change without harm;
      // then it is still the same signer, and still not passed.
      if (result.intact && result.trustAnchor !== null) {
        expect(result.signer, `octet ${at}`).toEqual(clean.signer);
      }
      expect(result.indication, `octet ${at}`).not.toBe('TOTAL_PASSED');
    }
  });
});

describe('a byte range', () => {
  const document = signed();
  const [, first, second, rest] = valueOf(document).byteRange as [number, number, number, number];
  const WRONG: Readonly<Record<string, readonly number[]>> = {
    'of no numbers': [],
    'of three numbers': [0, first, second],
    'of six numbers': [0, first, second, rest, 0, 0],
    'with a negative number': [0, first, second, -1],
    'with a fraction': [0, first, second, rest - 0.5],
    'with a number beyond counting': [0, first, second, 2 ** 60],
    'with what is no number': [0, first, second, Number.NaN],
    'that begins late': [1, first - 1, second, rest],
    'that leaves out more before the contents': [0, first - 1, second, rest],
    'that leaves out more after the contents': [0, first, second + 1, rest - 1],
    'that leaves out less': [0, first + 1, second, rest],
    'that leaves out nothing': [0, first, first, document.bytes.length - first],
    'that ends after the file': [0, first, second, rest + 1],
    'turned round': [second, rest, 0, first],
  };

  it.each(Object.entries(WRONG))('%s fails', async (_, byteRange) => {
    const result = await judgeOne(withValue(document, { byteRange }), TRUST);
    expect(result).toMatchObject({
      intact: false,
      indication: 'TOTAL_FAILED',
      subIndication: 'FORMAT_FAILURE',
      coverage: 'PARTIAL',
      modification: 'NOT_JUDGED',
      codes: ['BYTE_RANGE_INVALID'],
    });
    expect(result.byteRange.length).toBeLessThanOrEqual(4);
  });

  it('around contents that are no string of the file fails', async () => {
    const result = await judgeOne(withValue(document, { contentsSpan: null }), TRUST);
    expect(result.codes).toEqual(['BYTE_RANGE_INVALID']);
  });

  it('that leaves out the end of the file is a part of it', async () => {
    const result = await judgeOne(
      withValue(document, { byteRange: [0, first, second, rest - 3] }),
      TRUST,
    );
    expect(result).toMatchObject({ intact: false, coverage: 'PARTIAL' });
  });

  it('that leaves the last end of line to a later revision covers its own', async () => {
    const byteRange = [0, first, second, rest - 1];
    const result = await judgeOne(withValue(document, { byteRange }), TRUST);
    expect(result).toMatchObject({ coverage: 'ENTIRE_REVISION', modification: 'NOT_JUDGED' });
  });
});

describe('contents', () => {
  const ZEROS = new Uint8Array(64);
  const GARBAGE: Readonly<Record<string, (good: Uint8Array) => Uint8Array>> = {
    'that are empty': () => new Uint8Array(0),
    'of zeros only': () => ZEROS,
    'of random octets': () => Uint8Array.from({ length: 500 }, (_, i) => (i * 167 + 13) & 0xff),
    'cut short': (good) => good.slice(0, 300),
    'with more after the signature': (good) => Uint8Array.from([...good.slice(0, -1), 1]),
    'of endless nesting': () => new Uint8Array(1 << 20).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80)),
    'of very many elements': () =>
      derSequence(new Uint8Array(1 << 20).map((_, i) => ((i + 1) % 2) * 5)),
    'that claim a length beyond the end': () => Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff),
    'beyond any size': () => new Uint8Array((8 << 20) + 1),
  };
  it.each(Object.entries(GARBAGE))('%s fail as malformed', async (_, spoil) => {
    const document = signed();
    const contents = spoil(valueOf(document).contents);
    const took = processorTime();
    const result = await judgeOne(withValue(document, { contents }), TRUST);
    expect(took()).toBeLessThan(2000);
    expect(result).toMatchObject({
      intact: false,
      indication: 'TOTAL_FAILED',
      subIndication: 'FORMAT_FAILURE',
      signer: null,
      level: 'UNKNOWN',
      codes: ['CONTENTS_MALFORMED'],
    });
  });

  it('with two signers fail', async () => {
    expect((await judgeOne(signed({ signers: 2 }), TRUST)).codes).toEqual(['CONTENTS_MALFORMED']);
  });

  it('without a signer fail', async () => {
    expect((await judgeOne(signed({ signers: 0 }), TRUST)).codes).toEqual(['CONTENTS_MALFORMED']);
  });

  it('that carry their own content fail: it is not what the page shows', async () => {
    const document = signed({ content: Buffer.from('something else') });
    expect((await judgeOne(document, TRUST)).codes).toEqual(['CONTENTS_MALFORMED']);
  });
});

describe('a swapped certificate', () => {
  it('with the same name and number and another key does not verify', async () => {
    const twin = makeSigner('Budi Penguji', root, { serial: 42, key: makeKey('p256', 'another') });
    const result = await judgeOne(signed({ certificates: [twin.der] }), TRUST);
    expect(result).toMatchObject({
      intact: false,
      indication: 'TOTAL_FAILED',
      subIndication: 'SIG_CRYPTO_FAILURE',
    });
  });

  it('with the same number and key and another name is not the one signed for', async () => {
    const twin = makeSigner('Orang Lain', root, { serial: 42, key: signer.key });
    const result = await judgeOne(signed({ certificates: [twin.der] }), TRUST);
    expect(result).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    });
    expect(result.codes).toContain('SIGNING_CERTIFICATE_MISMATCH');
  });

  it('issued in the name of the anchor by another key is no chain', async () => {
    const forged = makeSigner('Budi Penguji', root, { forgedBy: makeKey('p256', 'forger') });
    const result = await judgeOne(signed({ signer: forged, certificates: [forged.der] }), TRUST);
    expect(result).toMatchObject({
      intact: true,
      trustAnchor: null,
      indication: 'INDETERMINATE',
      subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    });
    expect(result.reasons).toContainEqual({
      code: 'CHAIN_INVALID',
      params: { name: 'Budi Penguji', rule: 'signature' },
    });
  });
});

describe('a document', () => {
  it('is as good as its weakest signature', async () => {
    const { bytes, inventory } = signed();
    const [good] = inventory.signatures;
    const bad = { ...good!, fieldName: 'Signature2', byteRange: [] };
    const unknown = { ...good!, fieldName: 'Signature3', subFilter: null };
    const verdict = async (signatures: readonly SignatureValue[]) =>
      (await judge({ bytes, inventory: { ...inventory, signatures } }, TRUST)).verdict;
    expect(await verdict([])).toBe('NO_SIGNATURE');
    expect(await verdict([good!, unknown])).toBe('INDETERMINATE');
    expect(await verdict([unknown, bad, good!])).toBe('TOTAL_FAILED');
  });
});
