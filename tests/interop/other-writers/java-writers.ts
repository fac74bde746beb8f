// Writers in Java, of jars that Maven has fetched before; nothing is downloaded here:
//   mvn dependency:get -Dartifact=org.apache.pdfbox:pdfbox-app:3.0.3
//   mvn dependency:get -Dartifact=com.itextpdf:itextpdf:5.5.13.3
//   mvn -f tests/interop/other-writers/pom.xml dependency:build-classpath   (iText 8, OpenPDF)
//   mvn -f tests/interop/eu-dss/pom.xml dependency:build-classpath
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jar, SHORT_LIVED } from '../../support/java-validators.ts';
import { findDss } from '../eu-dss/dss.ts';
import { type Key, quiet, without, type Writer } from './writer.ts';

const bouncy = (generation: string, version: string): string[] =>
  ['bcprov', 'bcutil', 'bcpkix']
    .filter((name) => name !== 'bcutil' || generation === 'jdk18on')
    .map((name) => jar('org/bouncycastle', `${name}-${generation}`, version));

const PDFBOX = [jar('org/apache/pdfbox', 'pdfbox-app', '3.0.3')];
const ITEXT_5 = [jar('com/itextpdf', 'itextpdf', '5.5.13.3'), ...bouncy('jdk15on', '1.67')];
const ITEXT_8 = [
  ...['sign', 'forms', 'kernel', 'io', 'layout', 'pdfa', 'commons'],
  ...['bouncy-castle-connector', 'bouncy-castle-adapter'],
].map((name) => jar('com/itextpdf', name, '8.0.5'));
const SLF4J = [jar('org/slf4j', 'slf4j-api', '1.7.36')];
const OPENPDF = [jar('com/github/librepdf', 'openpdf', '2.0.5')];

function java(name: string, source: string, jars: readonly string[]): Writer {
  return javaWriter(name, source, absentOf(jars), () => jars.join(delimiter));
}

function absentOf(jars: readonly string[]): string | null {
  const absent = jars.find((path) => !existsSync(path));
  return absent === undefined ? null : basename(absent);
}

function javaWriter(
  name: string,
  source: string,
  absent: string | null,
  classPath: () => string,
): Writer {
  return {
    name,
    missing: without('java') ?? absent,
    sign: (input, output, { p12, passphrase }) => {
      run(source, classPath(), [input, output, p12, passphrase]);
    },
  };
}

function run(source: string, classPath: string, parameters: readonly string[]): void {
  const program = fileURLToPath(new URL(source, import.meta.url));
  execFileSync('java', [...SHORT_LIVED, '-cp', classPath, program, ...parameters], quiet);
}

export interface Changer {
  readonly name: string;
  /** What is not here that it needs; null when all is. */
  readonly missing: string | null;
  /** Changes `input` in each of its ways, into `folder`/WAY.pdf. */
  readonly change: (input: string, folder: string, key: Pick<Key, 'p12' | 'passphrase'>) => void;
}

const changer = (name: string, source: string, jars: readonly string[]): Changer => ({
  name,
  missing: without('java') ?? absentOf(jars),
  change: (input, folder, { p12, passphrase }) => {
    run(source, jars.join(delimiter), [p12, passphrase, input, folder]);
  },
});

export const JAVA_CHANGERS: readonly Changer[] = [
  changer('PDFBox 3', 'PdfBoxLater.java', PDFBOX),
  changer('iText 8', 'IText8Later.java', [...ITEXT_8, ...bouncy('jdk18on', '1.78'), ...SLF4J]),
];

const dss = findDss();

export const JAVA_WRITERS: readonly Writer[] = [
  java('PDFBox 3', 'PdfBoxSign.java', PDFBOX),
  java('iText 5', 'ITextSign.java', ITEXT_5),
  java('iText 8', 'IText8Sign.java', [...ITEXT_8, ...bouncy('jdk18on', '1.78'), ...SLF4J]),
  {
    ...java('OpenPDF 2', 'OpenPdfSign.java', [...OPENPDF, ...bouncy('jdk18on', '1.78')]),
    weak: true,
  },
  javaWriter(
    'EU DSS 6',
    'DssSign.java',
    dss.classPath === null ? dss.missing : null,
    () => dss.classPath ?? '',
  ),
];
