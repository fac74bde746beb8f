// pdf.js as this program uses it: own worker, own fonts and character maps, no eval, no scripting, no XFA.
import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { RangeTransport } from './range-transport.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

let shared: PDFWorker | null = null;

/** One worker for all documents of the window: the parser stays apart from the page. */
function worker(): PDFWorker {
  shared ??= PDFWorker.create({ name: 'pdf' });
  return shared;
}

const local = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

function options() {
  return {
    worker: worker(),
    cMapUrl: local('cmaps'),
    standardFontDataUrl: local('standard_fonts'),
    wasmUrl: local('wasm'),
    iccUrl: local('iccs'),
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  };
}

/** Starts loading a document that main issued a handle for; the caller destroys the task. */
export function loadDocument(
  handle: string,
  size: number,
  onFailure: () => void,
): PDFDocumentLoadingTask {
  const url = new URL(`document/${handle}`, document.baseURI).href;
  return getDocument({
    ...options(),
    range: new RangeTransport(url, size, onFailure),
    disableAutoFetch: true,
    disableStream: true,
  });
}

/** Starts loading a small PDF from memory (a stamp's preview). pdf.js takes the bytes with it. */
export function loadBytes(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({ ...options(), data: bytes });
}
