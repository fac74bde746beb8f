// The practice authority's services on the loopback address: OCSP responder (RFC 6960, POST and GET),
// time-stamp authority (RFC 3161), CRL and CA certificate. openssl judges and signs; this only carries.
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openssl, publishCrl } from './pki.mjs';

const MAX_REQUEST = 64 * 1024;

/**
 * @typedef {{ port: number, expectedPort: boolean, ocspUrl: string, tsaUrl: string, crlUrl: string,
 *   caUrl: string, stop: () => Promise<void> }} Services
 *   expectedPort is false when the port written into the certificates was taken: the services then
 *   stand on another one, and whoever follows the certificates' addresses does not find them.
 */

/**
 * @param {string} pki folder of makeCa, with certificates `ocsp` and `tsa` issued
 * @param {number} [port] the one in the certificates; a free one without it
 * @returns {Promise<Services>}
 */
export async function startServices(pki, port = 0) {
  await publishCrl({
    dir: pki,
    certificate: join(pki, 'ca.pem'),
    certificateDer: join(pki, 'ca.der'),
    key: join(pki, 'ca.key'),
  });
  // The TSA's serial number file knows no locks: one answer at a time.
  let queue = Promise.resolve();
  const server = createServer((request, response) => {
    queue = queue
      .then(() => answer(pki, request))
      .catch((error) => ({ status: 500, type: 'text/plain', body: Buffer.from(String(error)) }))
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'content-length': body.length });
        response.end(body);
      });
  });
  const actual = await listen(server, port).catch(() => listen(server, 0));
  const base = `http://127.0.0.1:${actual}`;
  return {
    port: actual,
    expectedPort: port === 0 || actual === port,
    ocspUrl: `${base}/ocsp`,
    tsaUrl: `${base}/tsa`,
    crlUrl: `${base}/ca.crl`,
    caUrl: `${base}/ca.der`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} pki
 * @param {import('node:http').IncomingMessage} request
 */
async function answer(pki, request) {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  if (request.method === 'POST' && path === '/ocsp') return ocsp(pki, await read(request));
  if (request.method === 'POST' && path === '/tsa') return timestamp(pki, await read(request));
  if (request.method === 'GET' && path.startsWith('/ocsp/')) {
    // RFC 6960 appendix A.1: the request in base64, URL-encoded, as the path's last part.
    return ocsp(pki, Buffer.from(decodeURIComponent(path.slice('/ocsp/'.length)), 'base64'));
  }
  if (request.method === 'GET' && path === '/ca.crl') {
    return found('application/pkix-crl', readFileSync(join(pki, 'ca.crl')));
  }
  if (request.method === 'GET' && path === '/ca.der') {
    return found('application/pkix-cert', readFileSync(join(pki, 'ca.der')));
  }
  return { status: 404, type: 'text/plain', body: Buffer.from('not found') };
}

/**
 * @param {string} pki
 * @param {Buffer} query
 */
async function ocsp(pki, query) {
  const body = await throughFiles(query, (question, reply) =>
    openssl(pki, [
      ...['ocsp', '-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', 'ocsp.pem'],
      ...['-rkey', 'ocsp.key', '-rmd', 'sha256', '-nmin', '10', '-reqin', question],
      ...['-respout', reply],
    ]),
  );
  return found('application/ocsp-response', body);
}

/**
 * @param {string} pki
 * @param {Buffer} query
 */
async function timestamp(pki, query) {
  const body = await throughFiles(query, (question, reply) =>
    openssl(pki, [
      ...['ts', '-reply', '-config', 'ca.cnf', '-section', 'tsa_service'],
      ...['-queryfile', question, '-out', reply],
    ]),
  );
  return found('application/timestamp-reply', body);
}

/**
 * @param {Buffer} query
 * @param {(question: string, reply: string) => Promise<unknown>} work
 * @returns {Promise<Buffer>}
 */
async function throughFiles(query, work) {
  const dir = mkdtempSync(join(tmpdir(), 'pena-latihan-'));
  try {
    const [question, reply] = [join(dir, 'question'), join(dir, 'reply')];
    writeFileSync(question, query);
    await work(question, reply);
    return existsSync(reply) ? readFileSync(reply) : Buffer.alloc(0);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} type
 * @param {Buffer} body
 */
const found = (type, body) => ({ status: 200, type, body });

/** @param {import('node:http').IncomingMessage} request */
async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_REQUEST) throw new Error('request too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
