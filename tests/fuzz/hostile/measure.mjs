// `node measure.mjs WORK FILE ANCHOR PROGRAM`: does one thing with a hostile file, by the built program (program.ts),
// and prints what came of it with the processor's seconds and the peak of memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [work = '', file = '', anchor = '', program = ''] = process.argv.slice(2);
/** @param {string} path */
const built = (path) => import(pathToFileURL(join(program, path)).href);
const { openFileSource } = await built('native/files/file-source.js');

/** @type {Record<string, (source: unknown) => Promise<string>>} */
const WORK = {
  verify: async (source) => {
    const { validateDocument } = await built('core/validation/validate-document.js');
    const anchors = [new Uint8Array(readFileSync(anchor))];
    const now = new Date('2026-11-24T03:00:00Z');
    const report = await validateDocument(source, { anchors, at: null, now });
    return `${report.verdict} (${report.signatures.length})`;
  },
  inspect: async (source) => {
    const { PdfReader } = await built('core/pdf/reader.js');
    const { inspectDocument } = await built('core/pdf/preflight/inspect.js');
    const report = await inspectDocument(await PdfReader.open(source), {});
    return `${report.findings.length} findings`;
  },
  tags: async (source) => {
    const { PdfReader } = await built('core/pdf/reader.js');
    const { findTags } = await built('core/pdf/text/find-tags.js');
    return `${(await findTags(await PdfReader.open(source), '#')).length} tags`;
  },
  sign: async (source) => {
    const { PdfReader } = await built('core/pdf/reader.js');
    const { allowSigning, isSigned } = await built('core/pdf/permissions/signing-allowed.js');
    const { planField } = await built('core/pdf/increment/field-plan.js');
    const { findPage } = await built('core/pdf/pages.js');
    const { hasUnexplainedChanges } = await built('core/validation/earlier-changes.js');
    const reader = await PdfReader.open(source);
    const field = await planField(reader, null);
    await allowSigning(reader, field.name);
    const changed = (await isSigned(reader)) && (await hasUnexplainedChanges(reader, source));
    await findPage(reader, 1);
    return `${changed ? 1 : 0} findings`;
  },
  rebuild: async (source) => {
    const { rebuildDocument } = await built('core/pdf/repair/rebuild.js');
    const output = { append: () => Promise.resolve() };
    return `${(await rebuildDocument(source, output)).objects} objects`;
  },
};

const source = await openFileSource(file);
const started = performance.now();
const before = process.cpuUsage();
let answer;
try {
  answer = await WORK[work]?.(source);
} catch (error) {
  answer = error.code ?? `UNEXPECTED ${error.stack}`;
}
const { user, system } = process.cpuUsage(before);
const peak =
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
const seconds = (user + system) / 1e6;
const wall = (performance.now() - started) / 1000;
console.log(JSON.stringify({ answer, seconds, wall, peak: Math.round(peak) }));
