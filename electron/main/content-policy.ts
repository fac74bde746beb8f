// What a window's page may load and run (CSP level 3): the program's own files, nothing else.
import { randomBytes } from 'node:crypto';

/** A new one for every page that is served. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // WebAssembly: pdf.js decodes JPEG 2000 and JBIG2 with it.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Mantine's style elements carry the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
