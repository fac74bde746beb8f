// A PIV card in software (NIST SP 800-73-4, part 2): it counts wrong PINs and PUKs, locks, unblocks, and
// can be slow or pulled out at any moment. Not for real keys: they lie beside it as files.
import { spawn } from 'node:child_process';
import { constants, createPrivateKey, privateEncrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { APPLICATION, DISCOVERY, pivObjects } from './piv-objects.mjs';
import { commandData, readTlv, statusWord, tlv } from './tlv.mjs';

/**
 * @typedef {import('./piv-objects.mjs').KeyReference} KeyReference
 * @typedef {import('./piv-objects.mjs').KeyFiles} KeyFiles
 * @typedef {object} PivCardOptions
 * @property {Partial<Readonly<Record<KeyReference, KeyFiles>>>} keys RSA-2048, P-256 or P-384
 * @property {Uint8Array} serial 14 bytes
 * @property {string} [pin] 6 to 8 digits
 * @property {string} [puk] 8 characters
 * @property {number} [tries] of PIN and PUK each
 */

const DONE = 0x9000;
const LOCKED = 0x6983;
/** Security status not satisfied. */
const NO_PIN = 0x6982;
const NOT_FOUND = 0x6a82;
const PIN = 0x80;

export class PivCard {
  /** @param {PivCardOptions} options */
  constructor({ keys, serial, pin = '123456', puk = '12345678', tries = 3 }) {
    this.tries = tries;
    this.pin = { value: pin, left: tries };
    this.puk = { value: puk, left: tries };
    /** How often any PIN was tried, right or wrong: the card's own count. */
    this.pinsTried = 0;
    /** Milliseconds that a signature takes longer. */
    this.signDelay = 0;
    /** Called when a signature has begun. @type {() => void} */
    this.onSign = () => undefined;
    this.objects = pivObjects(serial, keys);
    this.keys = new Map(
      Object.entries(keys).map(([reference, { key }]) => [
        Number.parseInt(reference, 16),
        { file: key, key: createPrivateKey(readFileSync(key)) },
      ]),
    );
    this.reset();
  }

  /** Power off and on: nobody is logged in. */
  reset() {
    this.verified = false;
    /** Whether the PIN came just before this command: key 9C wants it so. */
    this.fresh = false;
    this.chained = Buffer.alloc(0);
    this.waiting = Buffer.alloc(0);
  }

  /**
   * One command and its answer, status word included.
   * @param {Buffer} command
   * @returns {Promise<Buffer>}
   */
  async answer(command) {
    const [cla = 0, ins = 0, p1 = 0, p2 = 0] = command;
    if (ins === 0xc0) return this.#reply(this.waiting);
    const data = Buffer.concat([this.chained, commandData(command)]);
    const more = (cla & 0x10) !== 0;
    this.chained = more ? data : Buffer.alloc(0);
    if (more) return statusWord(DONE);
    switch (ins) {
      case 0xa4:
        return p1 === 4 && data.toString('hex', 0, 5) === 'a000000308'
          ? this.#reply(APPLICATION)
          : statusWord(NOT_FOUND);
      case 0xcb:
        return this.#object(readTlv(data).get(0x5c)?.toString('hex') ?? '');
      case 0x20:
        return statusWord(this.#verify(p1, p2, data));
      case 0x24:
        return statusWord(this.#change(p2, data));
      case 0x2c:
        return statusWord(this.#unblock(data));
      case 0x87:
        return this.#sign(p2, data);
      default:
        return statusWord(0x6d00);
    }
  }

  /** The first 256 bytes; the rest waits for GET RESPONSE. @param {Buffer} bytes */
  #reply(bytes) {
    this.waiting = bytes.subarray(256);
    const left = this.waiting.length;
    const word = left === 0 ? DONE : 0x6100 | (left > 255 ? 0 : left);
    return Buffer.concat([bytes.subarray(0, 256), statusWord(word)]);
  }

  /** @param {string} oid */
  #object(oid) {
    if (oid === '7e') return this.#reply(DISCOVERY);
    const found = this.objects.get(oid);
    return found === undefined ? statusWord(NOT_FOUND) : this.#reply(tlv('53', found));
  }

  /** @param {number} p1 @param {number} p2 @param {Buffer} data */
  #verify(p1, p2, data) {
    if (p2 !== PIN) return 0x6a88;
    if (p1 === 0xff) {
      this.verified = false;
      return DONE;
    }
    // Without a PIN it is a question: how many tries are left?
    if (data.length === 0) return this.verified ? DONE : left(this.pin.left);
    const result = this.#try(this.pin, data);
    this.verified = this.fresh = result === DONE;
    return result;
  }

  /** @param {number} p2 @param {Buffer} data old and new one */
  #change(p2, data) {
    const secret = p2 === PIN ? this.pin : this.puk;
    const result = this.#try(secret, data.subarray(0, 8));
    if (result === DONE) secret.value = unpadded(data.subarray(8, 16));
    return result;
  }

  /** @param {Buffer} data PUK and new PIN */
  #unblock(data) {
    const result = this.#try(this.puk, data.subarray(0, 8));
    if (result === DONE) this.pin = { value: unpadded(data.subarray(8, 16)), left: this.tries };
    return result;
  }

  /** @param {{ value: string, left: number }} secret @param {Buffer} given */
  #try(secret, given) {
    if (secret === this.pin) this.pinsTried++;
    if (secret.left === 0) return LOCKED;
    const right = Buffer.concat([Buffer.from(secret.value), Buffer.alloc(8, 0xff)]);
    secret.left = given.equals(right.subarray(0, 8)) ? this.tries : secret.left - 1;
    return secret.left === this.tries ? DONE : left(secret.left);
  }

  /** @param {number} reference @param {Buffer} data */
  async #sign(reference, data) {
    const key = this.keys.get(reference);
    const challenge = readTlv(readTlv(data).get(0x7c) ?? Buffer.alloc(0)).get(0x81);
    if (key === undefined || challenge === undefined) return statusWord(0x6a88);
    const allowed = reference === 0x9e || (reference === 0x9c ? this.fresh : this.verified);
    if (!allowed) return statusWord(NO_PIN);
    this.fresh = false;
    this.onSign();
    if (this.signDelay > 0) await delay(this.signDelay);
    const value =
      key.key.asymmetricKeyType === 'rsa'
        ? privateEncrypt({ key: key.key, padding: constants.RSA_NO_PADDING }, challenge)
        : await ecdsa(key.file, challenge);
    return this.#reply(tlv('7c', tlv('82', value)));
  }
}

/** @param {number} tries */
const left = (tries) => (tries === 0 ? LOCKED : 0x63c0 | tries);

/** @param {Buffer} padded */
const unpadded = (padded) => padded.toString('latin1').replace(/\xff+$/, '');

/**
 * Over a digest as it is; Node's own signing would hash it again.
 * @param {string} file @param {Buffer} digest @returns {Promise<Buffer>}
 */
function ecdsa(file, digest) {
  return new Promise((resolve, reject) => {
    const openssl = spawn('openssl', ['pkeyutl', '-sign', '-inkey', file], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    /** @type {Buffer[]} */
    const parts = [];
    openssl.stdout.on('data', (part) => parts.push(part));
    openssl.on('error', reject);
    openssl.on('close', () => resolve(Buffer.concat(parts)));
    openssl.stdin.end(digest);
  });
}
