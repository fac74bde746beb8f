// The thread that PictureThread starts.
import { parentPort } from 'node:worker_threads';
import { decodePicture } from './decode.ts';

// As in a browser without a canvas: pdf.js would load one that is for Node, and Electron's processes are not told
// alike. This is the thread's own object.
Object.defineProperty(process, Symbol.toStringTag, { value: 'thread' });
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  Object.defineProperty(globalThis, name, { value: Object, configurable: true });
}
if (!('navigator' in globalThis)) {
  Object.defineProperty(globalThis, 'navigator', { value: { platform: '', userAgent: '' } });
}

const port = parentPort;
port?.on('message', (document: Uint8Array) => {
  void decodePicture(document)
    .catch(() => null)
    .then((shades) => {
      port.postMessage(shades, shades === null ? [] : [shades.light.buffer as ArrayBuffer]);
    });
});
