// The ETSI report: read by an XML parser that is not ours, element by element against the schema, and by
// pyHanko's bindings of that schema where they are installed.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SUB_INDICATIONS } from '../../../../core/domain/indication.ts';
import type { FileReport } from '../../../../core/domain/report.ts';
import { etsiReport } from '../../../../core/validation/reports/etsi/etsi-report.ts';
import { CHOICES, SCHEMA, TEXTS } from './schema-119102-2.ts';
import {
  ALL,
  FORGED,
  REVOKED,
  sample,
  SOUND,
  SOUND_SIGNATURE,
  UNREADABLE,
  UNSIGNED,
} from './sample-reports.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

/** Python's expat, with namespaces resolved and written with the prefixes of the specification. */
const PARSE = `
import json, sys
import xml.etree.ElementTree as T
names = {'http://uri.etsi.org/19102/v1.4.1#': 'vr', 'http://www.w3.org/2000/09/xmldsig#': 'ds',
  'http://uri.etsi.org/01903/v1.3.2#': 'XAdES', 'http://uri.etsi.org/02231/v2#': 'tsl',
  'urn:x-pena:report:1': 'p'}
def name(tag):
    space, local = tag[1:].split('}')
    return names[space] + ':' + local
def node(e):
    return {'name': name(e.tag), 'attributes': dict(e.attrib), 'children': [node(c) for c in e],
      'text': (e.text or '') if len(e) == 0 else ''}
print(json.dumps(node(T.fromstring(sys.stdin.buffer.read()))))
`;

function parse(xml: string): Node {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', PARSE], { input: xml });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as Node;
}

function all(node: Node, name: string): Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((c) => all(c, name))];
}

const texts = (node: Node, name: string): string[] => all(node, name).map(({ text }) => text);

/** What of a tree does not keep the schema. */
function faults(node: Node): string[] {
  const here = node.children.map(({ name }) => name);
  const rule = SCHEMA[node.name] ?? 'text';
  const choice = CHOICES[node.name];
  const wrong: string[] = [];
  if (choice !== undefined) {
    if (here.length === 0 || here.some((name) => !choice.includes(name))) wrong.push(node.name);
  } else if (rule === 'text') {
    if (here.length > 0) wrong.push(`${node.name}: ${here.join(' ')}`);
    const form = TEXTS[node.name];
    if (form !== undefined && !form.test(node.text)) wrong.push(`${node.name}: "${node.text}"`);
  } else if (rule !== 'open') {
    const pattern = rule.map((one) => {
      const [, name = '', many = ''] = /^(.*?)([?*+]?)$/.exec(one) ?? [];
      return `(?:${name} )${many}`;
    });
    const said = here.map((name) => `${name} `).join('');
    if (!new RegExp(`^${pattern.join('')}$`).test(said)) wrong.push(`${node.name}: ${said}`);
    if (node.text.trim() !== '') wrong.push(`${node.name}: text`);
  }
  return rule === 'open' ? wrong : [...wrong, ...node.children.flatMap(faults)];
}

const report = (files: readonly FileReport[]): Node => parse(etsiReport(sample(files)));

describe('the report of ETSI TS 119 102-2', () => {
  it.each([
    ['all kinds of files', ALL],
    ['a sound file', [SOUND]],
    ['an unsigned file', [UNSIGNED]],
    ['an unreadable file', [UNREADABLE]],
    ['the same file twice', [SOUND, SOUND]],
  ] as const)('keeps the schema: %s', (_, files) => {
    expect(faults(report(files))).toEqual([]);
  });

  it('would show a fault', () => {
    const xml = etsiReport(sample([SOUND])).replace('<vr:HashOnly>false</vr:HashOnly>', '');
    expect(faults(parse(xml))).not.toEqual([]);
    expect(faults(parse(etsiReport(sample([SOUND])).replaceAll('POETime', 'POEtime')))).not.toEqual(
      [],
    );
  });

  it('has one object for each identifier, and an object for each reference', () => {
    const tree = report([SOUND, FORGED, REVOKED]);
    const ids = all(tree, 'vr:ValidationObject').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
    const references = (node: Node): string[] => [
      ...(node.attributes['VOReference'] === undefined ? [] : [node.attributes['VOReference']]),
      ...node.children.flatMap(references),
    ];
    expect([...new Set(references(tree))].filter((id) => !ids.includes(id))).toEqual([]);
    // Four certificates, three files, and the time stamps of SOUND and FORGED.
    expect(
      ids
        .map((id) => id?.slice(0, 1))
        .sort()
        .join(''),
    ).toBe('CCCCFFFTTT');
    for (const id of ids) expect(id).toMatch(/^[A-Z]-[0-9A-F]+$/);
  });

  it('says of a sound signature that it passed, when, and by whose certificate', () => {
    const [first] = all(report([SOUND]), 'vr:SignatureValidationReport');
    const [status] = first!.children.filter(({ name }) => name === 'vr:SignatureValidationStatus');
    expect(texts(status!, 'vr:MainIndication')).toEqual([
      'urn:etsi:019102:mainindication:total-passed',
    ]);
    expect(texts(first!, 'vr:POETime')).toEqual(['2026-11-24T02:29:14.000Z']);
    expect(texts(first!, 'vr:ValidationTime')).toEqual(['2026-11-26T03:05:00.000Z']);
    expect(texts(first!, 'vr:Signer')).toEqual(['NAMA PEJABAT LATIHAN']);
    expect(texts(first!, 'vr:ByteRange')).toEqual(['0 41200 73970 1204']);
    expect(texts(first!, 'vr:SubFilterElement')).toEqual(['adbe.pkcs7.detached']);
    expect(texts(first!, 'vr:PolicyName')).toEqual(['Pena 2026-11']);
    // 32 octets of 0x11, by hand.
    expect(texts(all(first!, 'vr:SignersDocument')[0]!, 'ds:DigestValue')).toEqual([
      'ERERERERERERERERERERERERERERERERERERERERERE=',
    ]);
    const chain = all(first!, 'vr:CertificateChain')[0]!.children;
    expect(chain.map(({ name, attributes }) => [name, attributes['VOReference']])).toEqual([
      ['vr:SigningCertificate', `C-${'A'.repeat(64)}`],
      ['vr:IntermediateCertificate', `C-${'B'.repeat(64)}`],
      ['vr:TrustAnchor', `C-${'C'.repeat(64)}`],
    ]);
  });

  it('names what failed, and is nowhere graver than the whole', () => {
    const tree = report([FORGED]);
    const constraints = all(tree, 'vr:ValidationConstraint').map((one) => [
      texts(one, 'vr:ValidationConstraintIdentifier')[0],
      texts(one, 'vr:MainIndication')[0],
    ]);
    expect(constraints).toEqual([
      ['urn:x-pena:reason:SIGNATURE_INTACT', 'urn:etsi:019102:mainindication:passed'],
      ['urn:x-pena:reason:CHAIN_TRUSTED', 'urn:etsi:019102:mainindication:passed'],
      ['urn:x-pena:reason:PAGE_CONTENT_CHANGED', 'urn:etsi:019102:mainindication:failed'],
    ]);
    const [whole] = all(tree, 'vr:SignatureValidationStatus');
    expect(texts(whole!, 'vr:SubIndication')).toEqual([
      'urn:etsi:019102:subindication:FORMAT_FAILURE',
    ]);
    const remark = { code: 'DIGEST_MISMATCH', params: {} } as const;
    const softened = { ...SOUND_SIGNATURE, reasons: [remark] };
    const mild = report([{ ...SOUND, signatures: [softened] }]);
    expect(texts(all(mild, 'vr:ValidationConstraint')[0]!, 'vr:MainIndication')).toEqual([
      'urn:etsi:019102:mainindication:passed',
    ]);
  });

  it('tells a revocation only of the certificate that was revoked', () => {
    const [told] = all(report([REVOKED]), 'vr:RevocationStatusInformation');
    expect(texts(told!, 'vr:RevocationReason')).toEqual([
      'urn:etsi:019102:revocationReason:keyCompromise',
    ]);
    expect(texts(told!, 'vr:RevocationTime')).toEqual(['2026-09-10T04:00:00.000Z']);
    const [signature] = REVOKED.signatures;
    const reason = { code: 'AUTHORITY_REVOKED', params: { name: 'CA' } } as const;
    const other = { ...REVOKED, signatures: [{ ...signature!, reasons: [reason] }] };
    expect(all(report([other]), 'vr:RevocationStatusInformation')).toEqual([]);
  });

  it('takes the time asked for, and that of the judgement where no stamp proves one', () => {
    const at = new Date('2024-12-01T00:00:00Z');
    const tree = parse(etsiReport(sample([REVOKED], { at })));
    expect(texts(tree, 'vr:ValidationTime')).toEqual(['2024-12-01T00:00:00.000Z']);
    expect(texts(tree, 'vr:POETime')).toEqual(['2024-12-01T00:00:00.000Z']);
  });

  it('says that nothing was signed, and what could not be read', () => {
    const tree = report([UNSIGNED, UNREADABLE]);
    expect(texts(tree, 'vr:MainIndication')).toEqual([
      'urn:cef:dss:mainindication:noSignatureFound',
      'urn:etsi:019102:mainindication:indeterminate',
    ]);
    expect(texts(tree, 'vr:SubIndication')).toEqual([
      'urn:etsi:019102:subindication:SIGNED_DATA_NOT_FOUND',
    ]);
    expect(all(tree, 'p:Error').map(({ attributes }) => attributes)).toEqual([
      { file: 'rusak.pdf', code: 'PDF_NOT_A_PDF' },
    ]);
  });

  it('survives names made to break it', () => {
    const nasty = ']]><a b="c">&lt;\u0000\u000b\ud800\ufffe\n\t\'"</a>';
    const file = {
      ...SOUND,
      file: nasty,
      signatures: [
        {
          ...SOUND_SIGNATURE,
          field: nasty,
          subFilter: nasty,
          claimedTime: '2026-11',
          signer: { ...SOUND_SIGNATURE.signer!, subject: `CN=${nasty}` },
          timestamps: [{ ...SOUND_SIGNATURE.timestamps[0]!, authority: nasty }],
          reasons: [{ code: 'FIELD_FILLED', params: { field: nasty, '"><x>': nasty } }],
        },
      ],
    } as const;
    const tree = report([file, { ...UNREADABLE, file: nasty }]);
    expect(faults(tree)).toEqual([]);
    const readable = nasty.replace(/[\0\v\ufffe]|\ud800/g, '\ufffd');
    expect(texts(tree, 'vr:DAIdentifier')).toEqual([readable]);
    expect(all(tree, 'p:Error')[0]?.attributes['file']).toBe(readable);
    expect(decodeURIComponent(texts(tree, 'vr:URI')[0]!)).toContain(']]><a b="c">');
  });

  it('is the same for the same judgement', () => {
    expect(etsiReport(sample())).toBe(etsiReport(sample()));
  });

  it('has a URI for every sub-indication', () => {
    const [one] = REVOKED.signatures;
    const signatures = SUB_INDICATIONS.map((subIndication) => ({ ...one!, subIndication }));
    const statuses = all(report([{ ...REVOKED, signatures }]), 'vr:SignatureValidationStatus');
    expect(statuses.flatMap((status) => texts(status, 'vr:SubIndication'))).toEqual(
      SUB_INDICATIONS.map((name) => `urn:etsi:019102:subindication:${name}`),
    );
  });
});

/** Reads strictly and writes again: the bindings were made from the schema and write in its order. */
const PYHANKO = `
import sys, re
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.serializers import XmlSerializer
from pyhanko.generated.etsi import ts_11910202 as vr
xml = sys.stdin.read().replace('19102/v1.4.1#', '19102/v1.2.1#')
config = ParserConfig(fail_on_unknown_properties=True, fail_on_unknown_attributes=True)
report = XmlParser(config=config).from_string(xml, vr.ValidationReport)
names = lambda text: re.findall(r'<(?:[A-Za-z0-9]+:)?([A-Za-z0-9]+)[ />]', text)
again = XmlSerializer().render(report)
assert names(xml) == names(again), [p for p in zip(names(xml), names(again)) if p[0] != p[1]][:3]
print(len(report.signature_validation_report))
`;
const python = process.env['PENA_PYTHON'] ?? 'python3';
const bindings =
  spawnSync(python, ['-c', 'import xsdata, pyhanko.generated.etsi.ts_11910202']).status === 0;

describe.skipIf(!bindings)(
  `pyHanko's bindings of the schema${bindings ? '' : ' (skipped: no xsdata)'}`,
  () => {
    it('read the report and write it in the same order', () => {
      const { status, stdout, stderr } = spawnSync(python, ['-c', PYHANKO], {
        input: etsiReport(sample()),
      });
      expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
      expect(stdout.toString().trim()).toBe('6');
    });
  },
);
