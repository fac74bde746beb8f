// Serves app://<window>/: the built page of that window under its policy, and what the page loads.
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { contentPolicy, newNonce } from './content-policy.ts';
import type { WindowHost } from './scheme.ts';

const ROOT = fileURLToPath(new URL('../../renderer', import.meta.url));

/** The one page of each window. */
export const PAGES: Readonly<Record<WindowHost, string>> = {
  main: 'index.html',
  pin: 'pin.html',
  secret: 'secret.html',
  password: 'password.html',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export async function windowFile(host: WindowHost, pathname: string): Promise<Response> {
  const file = filePath(pathname);
  const type = file === null ? undefined : (TYPES[extname(file)] ?? 'application/octet-stream');
  const isPage = type === TYPES['.html'];
  if (file === null || type === undefined || (isPage && file !== join(ROOT, PAGES[host]))) {
    return notFound();
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return notFound();
  const headers = {
    'cache-control': 'no-store',
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
  if (!isPage) return new Response(new Uint8Array(bytes), { headers });
  const nonce = newNonce();
  const practice = practiceMode();
  const page = bytes
    .toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce)
    // Said with the page itself: no window of practice mode is without its banner until main has answered.
    .replaceAll('__PRACTICE__', practice ? '1' : '0')
    .replace('<title>', practice ? '<title>LATIHAN · ' : '<title>');
  return new Response(page, {
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce) },
  });
}

export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Inside the folder of the built pages; null for anything that leads out of it. */
function filePath(pathname: string): string | null {
  try {
    const path = join(ROOT, decodeURIComponent(pathname));
    return path.startsWith(ROOT + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
