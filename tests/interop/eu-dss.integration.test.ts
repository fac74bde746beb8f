// A second opinion: EU DSS over signatures of every level, over every legitimate later change and over every
// attack, beside what is said here. Nothing passes here that it refuses; where it is milder, it says so in the table.
// Needs Java and Maven, and EU DSS fetched before (eu-dss/dss.ts says how).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignatureReport } from '../../core/domain/report.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import { PdfError } from '../../core/pdf/pdf-error.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { resourcePath } from '../../native/files/resources.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { makeProofWorld, type ProofWorld } from '../support/proof-world.ts';
import { signFile } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { CERTIFIED_ATTACKS } from '../vectors/attacks/certified.ts';
import { COVERING_ATTACKS } from '../vectors/attacks/covering.ts';
import { FURTHER_ATTACKS } from '../vectors/attacks/further.ts';
import { OBJECT_ATTACKS } from '../vectors/attacks/objects.ts';
import { SHADOW_ATTACKS } from '../vectors/attacks/shadow.ts';
import { STRUCTURE_ATTACKS } from '../vectors/attacks/structure.ts';
import { LEGITIMATE_CHANGES } from '../vectors/legitimate/changes.ts';
import { NOW, ROOT, told, verify } from '../vectors/support/in-memory.ts';
import { Table } from '../vectors/support/table.ts';
import { dssSays, type DssWord, findDss } from './eu-dss/dss.ts';

const { classPath, missing } = findDss();
const SKIPPED = missing === '' ? '' : ` (skipped: no ${missing})`;

const said = (word: DssWord | undefined): string =>
  word === undefined ? '' : word.subIndication || word.indication;

/** Null where the file cannot be read, or nobody signed it. */
async function judgedHere(file: Uint8Array): Promise<SignatureReport | null> {
  try {
    const { signatures, verdict } = await verify(file);
    if (verdict === 'NO_SIGNATURE') return null;
    return signatures.find(({ type }) => type === 'signature') ?? null;
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
}

interface Compared {
  readonly name: string;
  readonly here: SignatureReport | null;
  /** Of its first signature. */
  readonly there: DssWord;
}

const NOTHING: DssWord = {
  ...{ indication: 'NO_SIGNATURE', subIndication: '', format: '' },
  ...{ intact: false, changes: [] },
};

/** It cannot tell the look of a field that was filled in, tags, nor a writer's own entry from anything else that changed. */
const UNDEFINED_THERE =
  /form filled in|field that no lock covers|^list in which|^box ticked with a tick drawn|^one of two buttons|^tag|^a key of a writer/;

/** Read there although /Contents stands elsewhere, stands twice, or belongs to another file or object. */
const LOOSER_THERE =
  /indirect \/Contents|\/Contents twice|signature value changed|of another file|into an object stream/;

describe.skipIf(classPath === null)(`EU DSS over the vectors${SKIPPED}`, () => {
  const folder = sharedTemporaryFolder();
  const table = new Table(['vector', 'here', 'told here', 'EU DSS', 'changed there']);
  let legitimate: Compared[];
  let attacks: Compared[];

  async function compare(
    vectors: readonly { readonly name: string; readonly build: () => Promise<Buffer> }[],
  ): Promise<Compared[]> {
    const root = join(folder, 'root.der');
    writeFileSync(root, ROOT.der);
    const files: string[] = [];
    const here: (SignatureReport | null)[] = [];
    for (const [i, { build }] of vectors.entries()) {
      const file = await build();
      files.push(join(folder, `vector-${String(i)}.pdf`));
      writeFileSync(files[i] ?? '', file);
      here.push(await judgedHere(file));
    }
    const words = dssSays(classPath ?? '', NOW, [root], files);
    return vectors.map(({ name }, i) => ({
      ...{ name, here: here[i] ?? null, there: words[i]?.[0] ?? NOTHING },
    }));
  }

  beforeAll(async () => {
    const all = await compare([
      ...[LEGITIMATE_CHANGES, STRUCTURE_ATTACKS, SHADOW_ATTACKS, OBJECT_ATTACKS].flat(),
      ...[CERTIFIED_ATTACKS, COVERING_ATTACKS, FURTHER_ATTACKS].flat(),
    ]);
    legitimate = all.slice(0, LEGITIMATE_CHANGES.length);
    attacks = all.slice(LEGITIMATE_CHANGES.length);
    for (const { name, here, there } of all) {
      const own =
        here === null ? 'not signed or not read' : (here.subIndication ?? here.indication);
      const codes = here === null ? '' : told(here).join(', ');
      table.row(name, own, codes, said(there), there.changes.join(', '));
    }
  }, 300_000);
  afterAll(() => {
    table.print();
  });

  it('agrees that what changed legitimately is intact, and refuses none of it', () => {
    for (const { name, here, there } of legitimate) {
      expect({ name, here: here?.intact, there: there.intact }).toEqual({
        ...{ name, here: true, there: true },
      });
      // Nobody was asked about revocation; nothing else is wrong.
      expect([name, here?.subIndication]).toEqual([name, 'TRY_LATER']);
      expect([name, said(there)]).toEqual([name, 'CERTIFICATE_CHAIN_GENERAL_FAILURE']);
      const suspected = there.changes.some((kind) => ['undefined', 'pages'].includes(kind));
      expect([name, suspected]).toEqual([name, UNDEFINED_THERE.test(name)]);
    }
  });

  it('finds no signature whole that is broken here but those it reads more loosely', () => {
    const broken = attacks.filter(({ here, there }) => here?.intact === false && there.intact);
    expect(broken.filter(({ name }) => !LOOSER_THERE.test(name))).toEqual([]);
    const whole = attacks.filter(({ here, there }) => here?.intact === true && !there.intact);
    // Of a file whose end was spoiled it is the signed beginning that is called whole here, and the file forged; of one
    // that a later change took out, which is no signature there, what it had signed.
    const forged = (report: NonNullable<(typeof whole)[number]['here']>): boolean =>
      told(report).some((code) => ['STRUCTURE_FORGED', 'SIGNATURE_REMOVED'].includes(code));
    expect(whole.filter(({ here }) => here !== null && !forged(here))).toEqual([]);
  });

  it('refuses nothing, and suspects nothing, that passes here', () => {
    const suspected = attacks.filter(
      ({ there }) =>
        there.changes.includes('undefined') || said(there) !== 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    );
    expect(suspected.length).toBeGreaterThan(80);
    const passed = suspected.filter(({ here }) => {
      const codes = here === null ? [] : told(here);
      return here !== null && (codes.length === 0 || codes.includes('LATER_CHANGES_ALLOWED'));
    });
    expect(passed).toEqual([]);
  });
});

const CHANGED = 'signed byte changed';
const OTHER_ROOT = 'another root';
const inAMinute = (): Date => new Date(Date.now() + 60_000);
const SAMPLE = resourcePath('samples', 'keputusan-wali-kota.pdf');

describe.skipIf(classPath === null)(`EU DSS over signatures of every kind${SKIPPED}`, () => {
  const folder = sharedTemporaryFolder();
  const table = new Table(['signature', 'here', 'level here', 'EU DSS', 'format there']);
  let world: ProofWorld;
  let key: SigningKey;
  /** By name; `there` is what EU DSS says, asked once for all that it is given the same anchor for. */
  const words = new Map<string, DssWord>();
  const files = new Map<string, Buffer>();
  beforeAll(async () => {
    world = await makeProofWorld(folder);
    key = await world.key('penguji');
    writeFileSync(join(folder, 'anchor.der'), world.anchor);
    writeFileSync(join(folder, 'other.der'), ROOT.der);
    for (const level of ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const) {
      files.set(level, await sign(level));
    }
    const changed = Buffer.from(files.get('B-LT') ?? []);
    const at = changed.lastIndexOf('/M (D:') + 10;
    changed[at] = (changed[at] ?? 0) ^ 1;
    files.set(CHANGED, changed);
    ask('anchor.der', [...files.keys()]);
    files.set(OTHER_ROOT, files.get('B-LT') ?? Buffer.alloc(0));
    ask('other.der', [OTHER_ROOT]);
  }, 300_000);
  afterAll(async () => {
    table.print();
    await world.stop();
  });

  async function sign(level: BaselineLevel): Promise<Buffer> {
    const output = join(folder, `${level}.pdf`);
    await signFile(SAMPLE, output, key, { level, services: world.proof() });
    return readFileSync(output);
  }

  function ask(anchor: string, names: readonly string[]): void {
    const paths = names.map((name, i) => {
      const path = join(folder, `${anchor}-${String(i)}.pdf`);
      writeFileSync(path, files.get(name) ?? '');
      return path;
    });
    const said = dssSays(classPath ?? '', inAMinute(), [join(folder, anchor)], paths);
    for (const [i, name] of names.entries()) words.set(name, said[i]?.[0] ?? NOTHING);
  }

  async function both(name: string) {
    const anchors = [name === OTHER_ROOT ? ROOT.der : world.anchor];
    const file = files.get(name) ?? Buffer.alloc(0);
    const times = { at: null, now: inAMinute() };
    const { signatures } = await validateDocument(memorySource(file), { anchors, ...times });
    const [here, there] = [signatures[0], words.get(name)];
    if (here === undefined || there === undefined) throw new Error('no signature');
    const own = here.subIndication ?? here.indication;
    table.row(name, own, here.level, said(there), there.format);
    return { here: own, there: said(there), level: here.level, format: there.format };
  }

  it.each(['B-LT', 'B-LTA'] as const)('passes %s, as is done here', async (level) => {
    expect(await both(level)).toEqual({
      ...{ here: 'TOTAL_PASSED', there: 'TOTAL_PASSED' },
      ...{ level: `PAdES-${level}`, format: `PAdES-BASELINE-${level.slice(2)}` },
    });
  });

  // No answer about revocation is there. Here that is TRY_LATER (EN 319 102-1 5.2.6.4: it may yet be known); EU
  // DSS makes it a failure of the chain.
  it.each(['B-B', 'B-T'] as const)('is as unsure of %s', async (level) => {
    expect(await both(level)).toEqual({
      ...{ here: 'TRY_LATER', there: 'CERTIFICATE_CHAIN_GENERAL_FAILURE' },
      ...{ level: `PAdES-${level}`, format: `PAdES-BASELINE-${level.slice(2)}` },
    });
  });

  it('calls a changed byte a wrong digest', async () => {
    const { here, there } = await both(CHANGED);
    expect([here, there]).toEqual(['HASH_FAILURE', 'HASH_FAILURE']);
  });

  it('finds no chain where it is given another root', async () => {
    const { here, there } = await both(OTHER_ROOT);
    expect([here, there]).toEqual(['NO_CERTIFICATE_CHAIN_FOUND', 'NO_CERTIFICATE_CHAIN_FOUND']);
  });
});
