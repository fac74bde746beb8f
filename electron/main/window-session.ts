// A session for each kind of window, in memory only: own pages, no permissions, nothing from outside.
import { session, type Session } from 'electron';
import { documentHandle, type DocumentHandle } from '../../core/contract/shapes.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { documentBytes } from './document-bytes.ts';
import type { WindowHost } from './scheme.ts';
import { notFound, windowFile } from './window-files.ts';

/** The scheme of a session can be served once: a window of the same kind finds its session again. */
const sessions = new Map<WindowHost, Session>();

const DOCUMENT_PATH = /^\/document\/([^/]+)$/;

/** @param documentOf throws for a handle that the window does not have; null: a window without documents */
export function windowSession(
  host: WindowHost,
  documentOf: ((handle: DocumentHandle) => ByteSource) | null,
): Session {
  const known = sessions.get(host);
  if (known !== undefined) return known;
  const own = session.fromPartition(host, { cache: false });
  sessions.set(host, own);
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !/^(app|blob|devtools):/.test(details.url) });
  });
  own.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    if (url.host !== host || request.method !== 'GET') return notFound();
    const handle = documentHandle.safeParse(DOCUMENT_PATH.exec(url.pathname)?.[1]);
    if (!handle.success || documentOf === null) return windowFile(host, url.pathname);
    try {
      return documentBytes(documentOf(handle.data), request.headers.get('range'));
    } catch {
      return notFound();
    }
  });
  return own;
}
