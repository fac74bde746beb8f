// Our reports as other people's validators see them: PDF/A-2b by veraPDF, TS 119 102-2 by Java's validator over
// the schema that EU DSS ships. Their jars are those that Maven has fetched before; nothing is downloaded here:
//   mvn dependency:get -Dartifact=org.verapdf:validation-model:1.26.1
//   for n in validation-report xades xmldsig trusted-list; do
//     mvn dependency:get -Dartifact=eu.europa.ec.joinup.sd-dss:specs-$n:6.1; done
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { etsiReport } from '../../../../core/validation/reports/etsi/etsi-report.ts';
import { pdfReport } from '../../../../core/validation/reports/pdf/pdf-report.ts';
import { loadFonts } from '../../../../native/files/resources.ts';
import { jar, missing, run, VERAPDF } from '../../../support/java-validators.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { ALL, sample } from './sample-reports.ts';

const SCHEMAS = ['validation-report', 'xades', 'xmldsig', 'trusted-list'].map((name) =>
  jar('eu/europa/ec/joinup/sd-dss', `specs-${name}`, '6.1'),
);

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
