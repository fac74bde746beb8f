// Each check has a vector that fails it and nothing else: a whole file, judged from its bytes.
import { afterAll, describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import type { SignatureReport } from '../../../core/domain/report.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import type { Check } from '../../../core/validation/checks/check.ts';
import { makeCrl } from '../../support/services/test-proofs.ts';
import { CERTIFIED_ATTACKS } from '../../vectors/attacks/certified.ts';
import { COVERING_ATTACKS } from '../../vectors/attacks/covering.ts';
import { FURTHER_ATTACKS } from '../../vectors/attacks/further.ts';
import { OBJECT_ATTACKS } from '../../vectors/attacks/objects.ts';
import { OVERPRINT_ATTACKS } from '../../vectors/attacks/overprint.ts';
import { REPEATED_ATTACKS } from '../../vectors/attacks/repeated.ts';
import { SCAN_ATTACKS } from '../../vectors/attacks/scans.ts';
import { SHADOW_ATTACKS } from '../../vectors/attacks/shadow.ts';
import { SIGNATURE_ATTACKS } from '../../vectors/attacks/signatures.ts';
import { STRUCTURE_ATTACKS } from '../../vectors/attacks/structure.ts';
import { VALUE_ATTACKS } from '../../vectors/attacks/values.ts';
import { NOW, ROOT } from '../../vectors/support/in-memory.ts';
import { Table } from '../../vectors/support/table.ts';
import { Draft } from '../pdf/support/draft.ts';
import { judgeFile, plainFile, signFile } from '../support/signed-file.ts';
import { attribute, makeCms } from '../support/test-cms.ts';
import { root, signer, TRUST, type Vector, VECTORS } from './check-vectors.ts';

/** The others need decoding, and are met where they are judged. */
const UNREAD_SCANS = SCAN_ATTACKS.filter(({ named }) => named === 'STAMP_ON_UNREAD_PICTURE');
const ATTACKS = [
  ...REPEATED_ATTACKS,
  ...[...STRUCTURE_ATTACKS, ...SHADOW_ATTACKS, ...OBJECT_ATTACKS, ...CERTIFIED_ATTACKS],
  ...[...COVERING_ATTACKS, ...FURTHER_ATTACKS, ...SIGNATURE_ATTACKS, ...UNREAD_SCANS],
  ...OVERPRINT_ATTACKS,
  ...VALUE_ATTACKS,
];

/** Of a whole file, made for the vector and judged from its bytes. */
async function outcome({ cms, contents, file = {}, contentStamp, later, judge: more }: Vector) {
  const { crls = [], ocsps = [], ...options } = { ...TRUST, ...more };
  const signed = signFile(
    plainFile({ crls, ocsps }),
    (digest, content) => {
      const stamp = contentStamp?.(content);
      const moreSigned = [
        ...(cms?.moreSigned ?? []),
        ...(stamp === undefined ? [] : [attribute(OID.contentTimestamp, stamp)]),
      ];
      return contents ?? makeCms({ signer, digest, ...cms, moreSigned });
    },
    file,
  );
  const { signatures } = await judgeFile(later?.(signed) ?? signed, options);
  const [{ reasons, indication, subIndication, intact }] = signatures as [SignatureReport];
  return { codes: reasons.map(({ code }) => code), indication, subIndication, intact };
}

/** What changed after signing has its vectors among the attacks; ranges that overlap are below. */
const isOfChanges = (id: string): boolean =>
  /^(?:change-|structure-|(?:certification|locks)-respected$|(?:stamp|comments)-foreseen$)/.test(
    id,
  );
const CHANGES = CHECKS.filter(({ id }) => isOfChanges(id));

/** Fails with another by its nature: without anchors, nobody's chain is judged. */
const TOGETHER: Readonly<Record<string, string>> = { 'timestamp-judged': 'anchors-given' };

const table = new Table(['check', 'reason', 'indication', 'sub-indication', 'vector']);
afterAll(() => {
  table.print();
});

function note({ id, reason, indication, subIndication }: Check, vector: string): void {
  table.row(id, reason, indication, subIndication ?? '', vector);
}

/** Ids of the checks that a report's reasons come from, remarks aside; by code and sub-indication. */
const failed = (codes: readonly string[]): string[] =>
  CHECKS.filter(({ reason }) => codes.includes(reason)).map(({ id }) => id);

describe('each check', () => {
  it('has a vector', () => {
    const ids = CHECKS.map(({ id }) => id).filter((id) => !isOfChanges(id));
    expect([...Object.keys(VECTORS), 'overlap-bounded'].sort()).toEqual([...ids].sort());
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });

  it.each(CHECKS.filter(({ id }) => id in VECTORS))('$id', async (check) => {
    const [given, codes] = VECTORS[check.id]!;
    const result = await outcome(given);
    const together = TOGETHER[check.id];
    expect(result.codes).toEqual(codes);
    expect(result.intact).toBe(codes.includes('SIGNATURE_INTACT'));
    const others = failed(codes).filter((id) => reasonOf(id) !== check.reason);
    expect(others).toEqual(together === undefined ? [] : [together]);
    if (check.indication !== 'TOTAL_PASSED') {
      expect(result).toMatchObject({
        indication: check.indication,
        subIndication: check.subIndication,
      });
    } else if (together === undefined) expect(result.indication).toBe('TOTAL_PASSED');
    note(check, together === undefined ? 'alone' : `with ${together}, by its nature`);
  });
});

function reasonOf(wanted: string): string | undefined {
  return CHECKS.find(({ id }) => id === wanted)?.reason;
}

describe('each check of what changed', () => {
  it('is the only one that some attack fails', { timeout: 120_000 }, async () => {
    const list = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2027-01-01T00:00:00' };
    const crls = [makeCrl({ issuer: ROOT, ...list })];
    const options = {
      ...{ anchors: [ROOT.der], now: NOW.toISOString() },
      online: () => Promise.resolve({ ocspResponses: [], crls }),
    };
    const alone = new Map<string, string>();
    for (const { name, build, named } of ATTACKS) {
      if (CHANGES.every(({ id, reason }) => reason !== named || alone.has(id))) continue;
      const { signatures } = await judgeFile(await build(), options);
      const first = signatures.find(({ intact }) => intact);
      const ids = failed(first?.reasons.map(({ code }) => code) ?? []);
      const [id = '', ...more] = ids;
      if (more.length === 0 && !alone.has(id)) alone.set(id, name);
    }
    for (const check of CHANGES) note(check, alone.get(check.id) ?? '');
    expect(CHANGES.map(({ id }) => id).filter((id) => !alone.has(id))).toEqual([]);
  });
});

describe('overlap-bounded', () => {
  it('is failed by a file with many gaps of their own, and tells of no broken digest', async () => {
    const cms = makeCms({ signer, digest: new Uint8Array(32) });
    const { signatures } = await judgeFile(manyGaps(20, cms), { anchors: [root.der] });
    const codes = signatures.map(({ reasons }) => reasons.map(({ code }) => code));
    const unchecked = codes.filter((own) => own.includes('LIMIT_EXCEEDED'));
    expect(unchecked).toEqual(Array.from({ length: 4 }, () => ['LIMIT_EXCEEDED']));
    expect(signatures.at(-1)).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'SIGNED_DATA_NOT_FOUND', intact: false },
    });
    for (const check of CHECKS.filter(({ id }) => id === 'overlap-bounded')) note(check, 'alone');
  });
});

/** One revision with this many signatures, each of which claims all the file but its own contents. */
function manyGaps(count: number, cms: Uint8Array): Buffer {
  const draft = new Draft();
  const numbers = Array.from({ length: count }, (_, i) => 10 + i);
  const fields = numbers.map((num) => `${num} 0 R`).join(' ');
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>');
  draft.object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  draft.object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
  draft.object(5, `<< /Fields [${fields}] /SigFlags 3 >>`);
  const hex = `<${Buffer.from(cms).toString('hex')}>`;
  const gaps = numbers.map((num) => {
    draft.object(num, `<< /FT /Sig /T (s${num}) /V ${num + 100} 0 R >>`);
    const head = `${num + 100} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0000000000 0000000000 0000000000] /Contents `;
    const at = draft.object(num + 100, `${head.slice(head.indexOf('<<'))}${hex} >>`);
    return { at, start: at + head.length, end: at + head.length + hex.length };
  });
  const file = draft.finish().bytes;
  for (const { at, start, end } of gaps) {
    const text = [start, end, file.length - end].map((n) => String(n).padStart(10)).join(' ');
    file.write(`[0 ${text}]`, file.indexOf('[0 ', at, 'latin1'), 'latin1');
  }
  return file;
}
