// EU DSS, the European Commission's own validator, where Maven has fetched it before; nothing is downloaded here:
//   mvn -f tests/interop/eu-dss/pom.xml dependency:build-classpath
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { which } from '../../../build/lib/command.mjs';
import { jar, SHORT_LIVED } from '../../support/java-validators.ts';

export interface DssWord {
  /** UNREADABLE where it threw, NO_SIGNATURE where it saw none. */
  readonly indication: string;
  readonly subIndication: string;
  readonly format: string;
  readonly intact: boolean;
  /** What it found changed since: "form", "undefined", "look" and so on (DssCheck.java). */
  readonly changes: readonly string[];
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Null, and why, where it cannot be asked. */
export function findDss(): { classPath: string | null; missing: string } {
  for (const program of ['java', 'mvn']) {
    if (which(program) === null) return { classPath: null, missing: program };
  }
  const absent = { classPath: null, missing: 'EU DSS' };
  if (!existsSync(jar('eu/europa/ec/joinup/sd-dss', 'dss-pades-pdfbox', '6.1'))) return absent;
  const folder = mkdtempSync(join(tmpdir(), 'pena-dss-'));
  try {
    const output = join(folder, 'path');
    const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${output}`];
    const env = { ...process.env, MAVEN_OPTS: SHORT_LIVED.join(' ') };
    const { status } = spawnSync('mvn', ['-o', '-q', '-B', '-f', here('pom.xml'), ...goal], {
      env,
    });
    return status === 0 ? { classPath: readFileSync(output, 'utf8'), missing: '' } : absent;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Judges offline, by its own default policy.
 * @param anchors paths of DER certificates
 * @returns for each file, its signatures in its own order
 */
export function dssSays(
  classPath: string,
  time: Date,
  anchors: readonly string[],
  files: readonly string[],
): DssWord[][] {
  const given = [time.toISOString(), anchors.join(','), ...files];
  const options = [...SHORT_LIVED, '-cp', classPath];
  const out = execFileSync('java', [...options, here('DssCheck.java'), ...given], {
    maxBuffer: 1 << 26,
    // PDFBox tells of every font it does not have.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const words: DssWord[][] = files.map(() => []);
  for (const line of out.toString().split('\n')) {
    const [
      number = '',
      indication = '',
      subIndication = '',
      format = '',
      state = '',
      changes = '',
    ] = line.split('\t');
    const found = changes === '' ? [] : changes.split(', ');
    const intact = state === 'intact';
    words[Number(number)]?.push({ indication, subIndication, format, intact, changes: found });
  }
  return words;
}
