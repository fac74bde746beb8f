// Many signatures on a SoftHSM2 token through a token host, with a new login now and then.
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { KEY_ID, PRACTICE_PIN, SIGNER_SUBJECT } from '../practice/constants.mjs';
import { issue, makeCa } from '../practice/pki.mjs';
import { makeToken } from '../practice/token.mjs';
import { read } from './readings.mjs';

const PURPOSE = { documents: [{ name: 'ketahanan.pdf', sha256: 'ab'.repeat(32) }] };

/**
 * @param {string} folder
 * @param {number} count
 * @param {(reading: import('./readings.mjs').Reading) => void} onReading
 * @param {number} [perLogin] signatures under one login
 * @returns {Promise<{ signatures: number, logins: number }>} every signature was checked
 */
export async function signMany(folder, count, onReading, perLogin = 1000) {
  const { TokenService } = await import(join(root, 'out/native/pkcs11/token-service.js'));
  const ca = await makeCa(join(folder, 'ca'), { baseUrl: 'http://127.0.0.1:1' });
  const signer = await issue(ca, 'signer', 'signer', { subject: SIGNER_SUBJECT });
  const { module, softhsmConf, tokenSerial } = await makeToken(join(folder, 'token'), signer);
  const service = new TokenService({ modules: [module], env: { SOFTHSM2_CONF: softhsmConf } });
  const choice = { module, tokenSerial, id: KEY_ID };
  const started = performance.now();
  const every = Math.max(perLogin, Math.floor(count / 10));
  let logins = 0;
  let signatures = 0;
  const prompt = {
    ask: () => {
      logins++;
      return Promise.resolve(new TextEncoder().encode(PRACTICE_PIN));
    },
  };
  try {
    while (signatures < count) {
      const key = await service.signingKey(choice, prompt);
      const end = Math.min(count, signatures + perLogin);
      for (; signatures < end; signatures++) {
        const data = new TextEncoder().encode(`dokumen ${signatures}`);
        // A signature that does not fit the certificate is refused there: TOKEN_SIGNATURE_WRONG.
        await key.sign(data, 'RSA_PKCS1_SHA256', PURPOSE);
      }
      await service.logOut();
      if (signatures % every < perLogin) onReading(read(signatures, started));
    }
  } finally {
    await service.close();
  }
  return { signatures, logins };
}
