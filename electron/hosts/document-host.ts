// The document host: a process of its own that reads, judges and signs PDF files, so that one built to
// crash or hang a reader is a message in the window and not its end.
import { failureOf } from '../ipc/failure.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { previewStamp } from '../../core/signing/preview-stamp.ts';
import type { Stamp } from '../../core/signing/request.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { countPages } from '../../core/pdf/pages.ts';
import { inventory } from '../../core/pdf/signature-inventory.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { inspectDocument } from '../../core/pdf/preflight/inspect.ts';
import { mayBeSigned } from '../../core/domain/preflight.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { designOf, loadStampDesigns } from '../../native/files/stamp-designs.ts';
import { stampFolders } from '../../native/settings/stamp-folders.ts';
import { parentPort } from '../../native/pkcs11/host/parent-port.ts';
import {
  OPERATIONS,
  toHost,
  type AnswerOf,
  type FileReference,
  type FromHost,
  type Operation,
  type Outside,
  type StampOrder,
} from './document-protocol.ts';
import { openAgain } from './file-identity.ts';
import { extendInPlace } from './extending-job.ts';
import { testAuthority, wipePasswords } from './outside-services.ts';
import { reviewBatch, signBatch } from './batch-job.ts';
import { HostLine } from './host-line.ts';
import { signOne } from './signing-job.ts';
import { signedEnd, validate, writeReport } from './validation-jobs.ts';

const port = parentPort();
const say = (message: FromHost): void => port.postMessage(message);
const lines = new Map<number, HostLine>();
const stops = new Map<number, AbortController>();

/** Runs one request. The operation's own shape parses what its own branch is given. */
function run(id: number, operation: Operation, request: unknown): Promise<AnswerOf<Operation>> {
  switch (operation) {
    case 'inspect': {
      const { file } = OPERATIONS.inspect.request.parse(request);
      return reading(file, inspect);
    }
    case 'look-over': {
      const { file } = OPERATIONS['look-over'].request.parse(request);
      return reading(file, lookOver);
    }
    case 'extend': {
      const stop = new AbortController();
      stops.set(id, stop);
      const order = OPERATIONS.extend.request.parse(request);
      const proving = (): void =>
        say({ kind: 'progress', id, phase: 'proving', done: 0, total: 0 });
      return wiping(order.outside, extendInPlace(order, stop.signal, proving, refusing(id)));
    }
    case 'test-stamp': {
      const { outside } = OPERATIONS['test-stamp'].request.parse(request);
      return wiping(outside, testAuthority(outside, refusing(id)));
    }
    case 'batch-review':
      return reviewBatch(OPERATIONS['batch-review'].request.parse(request), id, say);
    case 'batch-run': {
      const order = OPERATIONS['batch-run'].request.parse(request);
      return wiping(order.outside, signBatch(order, lineOf(id)));
    }
    case 'preview': {
      const { file, stamp } = OPERATIONS.preview.request.parse(request);
      return reading(file, async (source) => ({
        // A copy of its own memory: pdf-lib may hand out part of a larger buffer.
        pdf: new Uint8Array(await previewStamp(source, await withFonts(stamp))),
      }));
    }
    case 'validate': {
      const order = OPERATIONS.validate.request.parse(request);
      return reading(order.file, (source) => validate(source, order));
    }
    case 'signed-end': {
      const { file, signature } = OPERATIONS['signed-end'].request.parse(request);
      return reading(file, (source) => signedEnd(source, signature));
    }
    case 'report':
      return writeReport(OPERATIONS.report.request.parse(request));
    case 'sign': {
      const order = OPERATIONS.sign.request.parse(request);
      const line = lineOf(id);
      const signing = reading(order.file, async (source) =>
        signOne(source, order, order.stamp === null ? null : await withFonts(order.stamp), line),
      );
      return wiping(order.outside, signing);
    }
  }
}

const refusing = (id: number) => (url: string) => say({ kind: 'credential-refused', id, url });

async function wiping<T>(outside: Outside, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    wipePasswords(outside);
  }
}

function lineOf(id: number): HostLine {
  const line = new HostLine(id, say);
  lines.set(id, line);
  return line;
}

async function reading<T>(
  file: FileReference,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const source = await openAgain(file);
  try {
    return await use(source);
  } finally {
    await source.close();
  }
}

async function inspect(source: ByteSource): Promise<AnswerOf<'inspect'>> {
  const reader = await PdfReader.open(source);
  const { signatures } = await inventory(reader);
  return { pageCount: await countPages(reader), signatureCount: signatures.length };
}

async function lookOver(source: ByteSource): Promise<AnswerOf<'look-over'>> {
  const reader = await PdfReader.open(source);
  const report = await inspectDocument(reader, await preflightPolicy());
  return { findings: [...report.findings], maySign: mayBeSigned(report) };
}

async function withFonts({ page, rect, content, design }: StampOrder): Promise<Stamp> {
  const chosen =
    design === null
      ? {}
      : { design: designOf(await loadStampDesigns(await stampFolders()), design) };
  return { page, rect, content: { ...content, ...chosen, qr: null, fonts: await loadFonts() } };
}

port.onMessage((message) => {
  const told = toHost.parse(message);
  const { id } = told;
  if (told.kind === 'abort') {
    lines.get(id)?.abort();
    stops.get(id)?.abort();
    return;
  }
  if (told.kind === 'decided') {
    lines.get(id)?.decided(told.accept);
    return;
  }
  if (told.kind === 'signed') {
    const { signature, problem } = told;
    if (signature === null) {
      const { code, params } = problem ?? { code: 'INTERNAL', params: {} };
      lines.get(id)?.refuse(new PenaError(code, params));
    } else lines.get(id)?.accept(signature);
    return;
  }
  Promise.resolve()
    .then(() => run(id, told.operation, told.request))
    .then(
      (answer) => say({ kind: 'answer', id, answer }),
      (thrown: unknown) => say({ kind: 'problem', id, problem: failureOf(thrown) }),
    )
    .finally(() => {
      lines.delete(id);
      stops.delete(id);
    });
});
