// Other people's validators in Java, where Maven has fetched their jars before; nothing is downloaded here:
//   mvn dependency:get -Dartifact=org.verapdf:validation-model:1.26.1
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const jar = (group: string, name: string, version: string): string =>
  join(homedir(), '.m2/repository', group, name, version, `${name}-${version}.jar`);

/** Judges PDF/A; see PdfaCheck.java. */
export const VERAPDF = [
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
/** They live for seconds: what the second compiler and a garbage collector of many threads cost, they never earn back. */
export const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** What is not there; null where all is. */
export function missing(jars: readonly string[]): string | null {
  if (spawnSync('java', ['-version']).status !== 0) return 'java';
  const absent = jars.find((path) => !existsSync(path));
  return absent === undefined ? null : basename(absent);
}

/** @returns what it said, line by line */
export function run(program: string, jars: readonly string[], files: readonly string[]): string[] {
  const source = fileURLToPath(
    new URL(`../core/validation/reports/java/${program}.java`, import.meta.url),
  );
  const options = [...SHORT_LIVED, '-cp', jars.join(delimiter)];
  const out = execFileSync('java', [...options, source, ...files]);
  return out.toString().trim().split('\n');
}
