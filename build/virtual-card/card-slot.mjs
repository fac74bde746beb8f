// The slot of a virtual reader: a card put into it speaks vpcd's protocol (two bytes of length, then a
// command, or one byte of control) over loopback.
import { connect } from 'node:net';
import { statusWord } from './tlv.mjs';

/** T=1, historical bytes of no product: OpenSC finds the PIV application by asking for it. */
const ATR = Buffer.from('3b9513810180504956010005', 'hex');
const GET_ATR = 4;

export class CardSlot {
  /** @type {import('node:net').Socket | null} */
  #socket = null;

  /** @param {number} port where the reader's driver listens */
  constructor(port) {
    this.port = port;
  }

  /**
   * @param {Pick<import('./piv-card.mjs').PivCard, 'answer' | 'reset'>} card
   * @returns {Promise<void>} the reader has taken it
   */
  insert(card) {
    this.remove();
    card.reset();
    const socket = connect(this.port, '127.0.0.1').setNoDelay(true);
    this.#socket = socket;
    let received = Buffer.alloc(0);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        const message = received.subarray(2, end);
        received = received.subarray(end);
        void reply(card, message).then((answer) => {
          // Pulled out meanwhile: nobody hears the answer.
          if (answer !== null && socket.writable) {
            socket.write(Buffer.concat([statusWord(answer.length), answer]));
          }
        });
      }
    });
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve());
      socket.on('error', reject);
    });
  }

  /** At once, whatever the card is doing. */
  remove() {
    this.#socket?.destroy();
    this.#socket = null;
  }
}

/**
 * @param {Pick<import('./piv-card.mjs').PivCard, 'answer' | 'reset'>} card
 * @param {Buffer} message
 * @returns {Promise<Buffer | null>}
 */
async function reply(card, message) {
  if (message.length > 1) return card.answer(message);
  if (message[0] === GET_ATR) return ATR;
  card.reset();
  return null;
}
