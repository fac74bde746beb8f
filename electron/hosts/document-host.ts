// The document host: a process of its own that reads, judges and signs PDF files, so that one built to
// crash or hang a reader is a message in the window and not its end.
import { failureOf } from '../ipc/failure.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { lastSigner } from '../../core/lifecycle/lost-key/find-certificate.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { countPages } from '../../core/pdf/pages.ts';
import { inventory } from '../../core/pdf/signature-inventory.ts';
import { BatchPasswords } from '../../core/signing/batch/passwords.ts';
import type { SigningRequest } from '../../core/signing/request.ts';
import { inspectDocument } from '../../core/pdf/preflight/inspect.ts';
import { mayBeSigned } from '../../core/domain/preflight.ts';
import { readPicturesBy } from '../../core/validation/modifications/picture-shades.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { PictureThread } from '../../native/pictures/picture-thread.ts';
import { parentPort } from '../../native/pkcs11/host/parent-port.ts';
import { OPERATIONS, type AnswerOf, type Operation } from './document-protocol.ts';
import { toHost, type FromHost } from './host-messages.ts';
import type { FileReference, Outside } from './protocol-shapes.ts';
import { openAgain } from './file-identity.ts';
import { extendInPlace } from './extending-job.ts';
import { testAuthority, wipePasswords } from './outside-services.ts';
import { reviewBatch, signBatch, unlockInBatch } from './batch-job.ts';
import { HostLine } from './host-line.ts';
import { Unlocked } from './unlocked-jobs.ts';
import { drawnOf } from './drawn-orders.ts';
import { fieldsOf, placesOn, previewOf } from './placing-jobs.ts';
import { prepare } from './prepare-job.ts';
import { repair } from './repair-job.ts';
import { signOne } from './signing-job.ts';
import {
  acknowledgerFor,
  examineFor,
  signedEnd,
  validate,
  writeReport,
} from './validation-jobs.ts';

const port = parentPort();
readPicturesBy(new PictureThread());
const say = (message: FromHost): void => port.postMessage(message);
const lines = new Map<number, HostLine>();
const stops = new Map<number, AbortController>();
const unlocked = new Unlocked();
/** Of a batch's encrypted files; they end with this process. */
const passwords = new BatchPasswords();

/** Runs one request. The operation's own shape parses what its own branch is given. */
function run(id: number, operation: Operation, request: unknown): Promise<AnswerOf<Operation>> {
  switch (operation) {
    case 'inspect': {
      const { file } = OPERATIONS.inspect.request.parse(request);
      return reading(file, inspect);
    }
    case 'unlock': {
      const { file, password } = OPERATIONS.unlock.request.parse(request);
      return reading(file, ({ source }) => unlocked.unlock(source, password));
    }
    case 'view': {
      const { file } = OPERATIONS.view.request.parse(request);
      return reading(file, ({ source }) => unlocked.view(source));
    }
    case 'view-bytes':
      return unlocked.bytes(OPERATIONS['view-bytes'].request.parse(request));
    case 'view-close':
      return Promise.resolve(unlocked.close(OPERATIONS['view-close'].request.parse(request)));
    case 'look-over': {
      const { file } = OPERATIONS['look-over'].request.parse(request);
      return reading(file, lookOver);
    }
    case 'extend': {
      const stop = new AbortController();
      stops.set(id, stop);
      const order = OPERATIONS.extend.request.parse(request);
      const { password } = unlocked;
      const proving = (): void =>
        say({ kind: 'progress', id, phase: 'proving', done: 0, total: 0 });
      const extending = extendInPlace({ ...order, password }, stop.signal, proving, refusing(id));
      return wiping(order.outside, extending);
    }
    case 'test-stamp': {
      const { outside } = OPERATIONS['test-stamp'].request.parse(request);
      return wiping(outside, testAuthority(outside, refusing(id)));
    }
    case 'repair':
      return repair(OPERATIONS.repair.request.parse(request));
    case 'prepare': {
      const order = OPERATIONS.prepare.request.parse(request);
      return reading(order.file, (opened) => prepare(opened, order));
    }
    case 'batch-review':
      return reviewBatch(OPERATIONS['batch-review'].request.parse(request), passwords, id, say);
    case 'batch-unlock':
      return unlockInBatch(OPERATIONS['batch-unlock'].request.parse(request), passwords, id, say);
    case 'batch-run': {
      const order = OPERATIONS['batch-run'].request.parse(request);
      return wiping(order.outside, signBatch(order, passwords, lineOf(id)));
    }
    case 'fields': {
      const { file } = OPERATIONS.fields.request.parse(request);
      return reading(file, fieldsOf);
    }
    case 'places': {
      const { file, page } = OPERATIONS.places.request.parse(request);
      return reading(file, (opened) => placesOn(opened, page));
    }
    case 'preview': {
      const order = OPERATIONS.preview.request.parse(request);
      return reading(order.file, (opened) => previewOf(opened, order));
    }
    case 'validate': {
      const order = OPERATIONS.validate.request.parse(request);
      return reading(order.file, (opened) => validate(opened, order));
    }
    case 'signed-end': {
      const { file, signature } = OPERATIONS['signed-end'].request.parse(request);
      return reading(file, (opened) => signedEnd(opened, signature));
    }
    case 'last-signer': {
      const { file } = OPERATIONS['last-signer'].request.parse(request);
      return reading(file, signerOf);
    }
    case 'examine': {
      const order = OPERATIONS.examine.request.parse(request);
      return reading(order.file, (opened) => examineFor(opened, order));
    }
    case 'acknowledger': {
      const order = OPERATIONS.acknowledger.request.parse(request);
      return reading(order.file, ({ source }) => acknowledgerFor(source, order));
    }
    case 'report':
      return writeReport(OPERATIONS.report.request.parse(request));
    case 'sign': {
      const order = OPERATIONS.sign.request.parse(request);
      const line = lineOf(id);
      const signing = reading(order.file, async (opened) =>
        signOne(opened, order, await drawnOf(order), line),
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

/** A document, with its password where it is encrypted and this is its host. */
type Opened = Pick<SigningRequest, 'source' | 'password'>;

async function reading<T>(file: FileReference, use: (opened: Opened) => Promise<T>): Promise<T> {
  const source = await openAgain(file);
  try {
    return await use({ source, password: unlocked.password });
  } finally {
    await source.close();
  }
}

async function inspect({ source, password }: Opened): Promise<AnswerOf<'inspect'>> {
  const reader = await PdfReader.open(source, { password });
  const { signatures } = await inventory(reader);
  return { pageCount: await countPages(reader), signatureCount: signatures.length };
}

async function signerOf({ source }: Opened): Promise<AnswerOf<'last-signer'>> {
  const { certificate, chain } = await lastSigner(source);
  return { certificate, chain: chain.slice(0, 32) };
}

async function lookOver({ source, password }: Opened): Promise<AnswerOf<'look-over'>> {
  const reader = await PdfReader.open(source, { password });
  const report = await inspectDocument(reader, await preflightPolicy());
  return { findings: [...report.findings], maySign: mayBeSigned(report) };
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
