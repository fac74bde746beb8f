// The data objects of a PIV card (NIST SP 800-73-4, part 1, appendix A): identifier, certificates.
import { readFileSync } from 'node:fs';
import { tlv } from './tlv.mjs';

/**
 * @typedef {'9a' | '9c' | '9d' | '9e'} KeyReference authentication, digital signature (asks for the PIN
 *   each time), key management, card authentication (asks for none)
 * @typedef {{ key: string, certificateDer: string }} KeyFiles paths: PKCS#8 PEM and DER
 */

/** @type {Readonly<Record<KeyReference, string>>} */
const CERTIFICATES = { '9a': '5fc105', '9c': '5fc10a', '9d': '5fc10b', '9e': '5fc101' };
const hex = (/** @type {string} */ text) => Buffer.from(text, 'hex');

/** What SELECT of the PIV application answers. */
export const APPLICATION = tlv(
  '61',
  Buffer.concat([tlv('4f', hex('000010000100')), tlv('79', tlv('4f', hex('a000000308')))]),
);

/** The discovery object: only the card's own PIN (3.3.2). */
export const DISCOVERY = tlv(
  '7e',
  Buffer.concat([tlv('4f', hex('a000000308000010000100')), hex('5f2f024000')]),
);

/**
 * @param {Uint8Array} serial 14 bytes; OpenSC shows them as the token's serial number
 * @param {Partial<Readonly<Record<KeyReference, KeyFiles>>>} keys
 * @returns {Map<string, Buffer>} by object identifier in hexadecimal
 */
export function pivObjects(serial, keys) {
  const objects = new Map([
    ['5fc107', capabilities(serial)],
    ['5fc102', identifier(serial)],
  ]);
  for (const [reference, oid] of Object.entries(CERTIFICATES)) {
    const files = keys[/** @type {KeyReference} */ (reference)];
    if (files === undefined) continue;
    const certificate = tlv('70', readFileSync(files.certificateDer));
    objects.set(oid, Buffer.concat([certificate, hex('710100fe00')]));
  }
  return objects;
}

/** Card capability container. @param {Uint8Array} serial */
function capabilities(serial) {
  const rest = hex('f10121f20121f300f40100f50110f600f700fa00fb00fc00fd00fe00');
  return Buffer.concat([tlv('f0', Buffer.concat([hex('a000000116ff02'), serial])), rest]);
}

/** Card holder unique identifier: FASC-N, GUID, end of validity. @param {Uint8Array} serial */
function identifier(serial) {
  return Buffer.concat([
    tlv('30', hex('d4e739da739ced39ce739d836858210842108421c84210c3eb')),
    tlv('34', Buffer.concat([hex('0000'), serial])),
    tlv('35', Buffer.from('20391231')),
    hex('3e00fe00'),
  ]);
}
