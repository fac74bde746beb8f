// What a signed file carries as proof, as qpdf reads it: its signatures, time stamps and security store.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Dictionary = Record<string, Value>;

interface Proofs {
  /** SubFilter of each signature and time stamp. */
  readonly subFilters: readonly string[];
  /** Signatures with a time stamp inside (RFC 3161, id-aa-timeStampToken). */
  readonly stamped: number;
  /** Null: there is no security store (ISO 32000-2 12.8.4.3). */
  readonly store: {
    readonly certificates: number;
    readonly answers: number;
    /** A VRI entry stands for the signature, under the SHA-1 of its value. */
    readonly ofSignature: boolean;
  } | null;
}

/** 1.2.840.113549.1.9.16.2.14 in DER. */
const TIME_STAMP_TOKEN = '060b2a864886f70d010910020e';

export function proofsIn(file: string): Proofs {
  const options = ['--json=2', '--json-key=qpdf', '--decode-level=none', file];
  const text = execFileSync('qpdf', options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const objects = (JSON.parse(text) as { qpdf: [Value, Record<string, Dictionary>] }).qpdf[1];
  const dictionaries = Object.values(objects).map((one) => asDictionary(one['value']));
  const resolve = (value: Value | undefined): Value | undefined =>
    typeof value === 'string' && / \d+ R$/.test(value) ? objects[`obj:${value}`]?.['value'] : value;
  const signatures = dictionaries.filter((one) => typeof one['/ByteRange'] === 'object');
  const values = signatures.map((one) => hex(one['/Contents']));
  const catalog = dictionaries.find((one) => one['/Type'] === '/Catalog') ?? {};
  const dss = asDictionary(resolve(catalog['/DSS']));
  const count = (key: string): number => asArray(resolve(dss[key])).length;
  const names = Object.keys(asDictionary(resolve(dss['/VRI'])));
  return {
    subFilters: signatures.map((one) => textOf(one['/SubFilter'])),
    stamped: values.filter((value) => value.includes(TIME_STAMP_TOKEN)).length,
    store:
      catalog['/DSS'] === undefined
        ? null
        : {
            certificates: count('/Certs'),
            answers: count('/OCSPs') + count('/CRLs'),
            ofSignature: values.some((value) => names.includes(`/${sha1(value)}`)),
          },
  };
}

function sha1(value: string): string {
  return createHash('sha1').update(Buffer.from(value, 'hex')).digest('hex').toUpperCase();
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** qpdf writes strings of bytes as `b:` and hexadecimal. */
function hex(value: Value | undefined): string {
  return typeof value === 'string' && value.startsWith('b:') ? value.slice(2) : '';
}

function asDictionary(value: Value | undefined): Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function asArray(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
