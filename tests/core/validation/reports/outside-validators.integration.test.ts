// Our reports as other people's validators see them: PDF/A-2b by veraPDF, TS 119 102-2 by Java's validator over
// the schema that EU DSS ships. Their jars are those that Maven has fetched before; nothing is downloaded here:
//   mvn dependency:get -Dartifact=org.verapdf:validation-model:1.26.1
//   for n in validation-report xades xmldsig trusted-list; do
//     mvn dependency:get -Dartifact=eu.europa.ec.joinup.sd-dss:specs-$n:6.1; done
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { etsiReport } from '../../../../core/validation/reports/etsi/etsi-report.ts';
import { pdfReport } from '../../../../core/validation/reports/pdf/pdf-report.ts';
import { loadFonts } from '../../../../native/files/resources.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { ALL, sample } from './sample-reports.ts';

const jar = (group: string, name: string, version: string): string =>
  join(homedir(), '.m2/repository', group, name, version, `${name}-${version}.jar`);

const VERAPDF = [
  ...['core', 'feature-reporting', 'metadata-fixer', 'parser', 'pdf-model'].map((name) =>
    jar('org/verapdf', name, '1.26.1'),
  ),
  jar('org/verapdf', 'validation-model', '1.26.1'),
  jar('org/verapdf', 'verapdf-xmp-core', '1.26.1'),
  ...['annotations', 'core', 'databind'].map((name) =>
    jar('com/fasterxml/jackson/core', `jackson-${name}`, '2.14.0'),
  ),
  jar('javax/xml/bind', 'jaxb-api', '2.4.0-b180830.0359'),
  jar('com/sun/xml/bind', 'jaxb-core', '2.3.0.1'),
  jar('com/sun/xml/bind', 'jaxb-impl', '2.3.2'),
  jar('javax/activation', 'javax.activation-api', '1.2.0'),
  jar('org/mozilla', 'rhino', '1.7.13'),
  jar('net/java/dev/stax-utils', 'stax-utils', '20070216'),
];
const SCHEMAS = ['validation-report', 'xades', 'xmldsig', 'trusted-list'].map((name) =>
  jar('eu/europa/ec/joinup/sd-dss', `specs-${name}`, '6.1'),
);

function missing(jars: readonly string[]): string | null {
  if (spawnSync('java', ['-version']).status !== 0) return 'java';
  const absent = jars.find((path) => !existsSync(path));
  return absent === undefined ? null : basename(absent);
}

function run(program: string, jars: readonly string[], files: readonly string[]): string[] {
  const source = fileURLToPath(new URL(`java/${program}.java`, import.meta.url));
  const out = execFileSync('java', ['-cp', jars.join(delimiter), source, ...files]);
  return out.toString().trim().split('\n');
}

const READERS = [
  { language: 'id', zone: 'WITA' },
  { language: 'en', zone: 'WIB' },
] as const;

async function written(): Promise<Uint8Array[]> {
  const fonts = await loadFonts();
  const samples = [sample(), ...ALL.map((one) => sample([one]))];
  const jobs = READERS.flatMap((reader) => samples.map((one) => pdfReport(one, reader, fonts)));
  return Promise.all(jobs);
}

const noVera = missing(VERAPDF);
describe('veraPDF', () => {
  it.skipIf(noVera !== null)(
    `calls every PDF report PDF/A-2b, and one that is not so not (${noVera ?? 'there'})`,
    async () => {
      const folder = temporaryFolder();
      const files = (await written()).map((bytes, i) => {
        const path = join(folder, `${String(i)}.pdf`);
        writeFileSync(path, bytes);
        return path;
      });
      // A report that calls itself another part of the standard: the validator does look.
      const spoilt = join(folder, 'cacat.pdf');
      const text = readFileSync(files[0] ?? '').toString('latin1');
      writeFileSync(spoilt, text.replace(/<pdfaid:part>2/, '<pdfaid:part>7'), 'latin1');
      const said = run('PdfaCheck', VERAPDF, [...files, spoilt]);
      expect(said.slice(0, -1)).toEqual(files.map(() => 'compliant'));
      expect(said.at(-1)).toContain('6.6.4');
    },
    120_000,
  );
});

const noSchema = missing(SCHEMAS);
describe('the schema of TS 119 102-2', () => {
  it.skipIf(noSchema !== null)(
    `accepts every XML report, and not one out of order (${noSchema ?? 'there'})`,
    () => {
      const folder = temporaryFolder();
      const texts = [sample(), ...ALL.map((one) => sample([one]))].map((one) => etsiReport(one));
      const spoilt = (texts[0] ?? '').replaceAll('MainIndication', 'Mainindication');
      const files = [...texts, spoilt].map((text, i) => {
        const path = join(folder, `${String(i)}.xml`);
        writeFileSync(path, text);
        return path;
      });
      const said = run('SchemaCheck', SCHEMAS, files);
      expect(said.slice(0, -1)).toEqual(texts.map(() => 'valid'));
      expect(said.at(-1)).toContain('Mainindication');
    },
    120_000,
  );
});
