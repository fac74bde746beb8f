// Where services stand that start later, or again.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A TCP port of the loopback address that nobody listens on at the moment. Below those that systems give
 * to outgoing connections (Linux: from 32768): it stands in certificates, and has to be free again later.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(10_240, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error('no port of the loopback address can be listened on');
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
