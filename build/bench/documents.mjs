// Writes the documents that are measured: plain PDF 1.7 with a classic cross-reference table, the same
// bytes every time, written as they come so that this process stays small.
import { createCipheriv } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const NODE_SIZE = 100;

/**
 * Pages that each show one large picture, 1000 x 1000 grey points (or as many rows as `bytes` make) that
 * do not compress.
 * @param {string} path
 * @param {number} count pages and streams
 * @param {number} bytes of each picture, in rows of 1000
 */
export function writePictures(path, count, bytes = 1_000_000) {
  const pdf = new PdfFile(path);
  // What AES in counter mode makes of zeros: no pattern, and always the same.
  const points = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(
    Buffer.alloc(bytes),
  );
  pdf.pages(count, () => {
    const image = pdf.stream(
      `/Type /XObject /Subtype /Image /Width 1000 /Height ${bytes / 1000} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      points,
    );
    const contents = pdf.stream('', Buffer.from('500 0 0 500 48 171 cm /Im0 Do\n'));
    return `/Resources << /XObject << /Im0 ${image} 0 R >> >> /Contents ${contents} 0 R`;
  });
  pdf.close();
}

/**
 * Pages of many small streams each.
 * @param {string} path
 * @param {number} count objects in all, at least; a little over 1,100 bytes each
 */
export function writeSmallObjects(path, count) {
  const pdf = new PdfFile(path);
  const font = pdf.object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const perPage = 98;
  pdf.pages(Math.ceil(count / (perPage + 1.01)), (page) => {
    const parts = Array.from({ length: perPage }, (_, part) => {
      const words = `Halaman ${page + 1}, bagian ${part + 1}: berkas ukur, bukan naskah dinas. `;
      const show = `BT /F1 4 Tf 20 ${820 - part * 8} Td (${words.repeat(20).slice(0, 1000)}) Tj ET\n`;
      return `${pdf.stream('', Buffer.from(show.padEnd(1043, ' ')))} 0 R`;
    });
    return `/Resources << /Font << /F1 ${font} 0 R >> >> /Contents [${parts.join(' ')}]`;
  });
  pdf.close();
}

/** A PDF written from front to end (ISO 32000-2 7.5). */
class PdfFile {
  #fd;
  #position = 0;
  /** @type {Buffer[]} */ #pending = [];
  #pendingBytes = 0;
  /** Offset by object number; 0: not written yet. @type {number[]} */
  #offsets = [0];
  #catalog;
  #root;

  /** @param {string} path */
  constructor(path) {
    this.#fd = openSync(path, 'w');
    this.#write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
    this.#catalog = this.#reserve();
    this.#root = this.#reserve();
  }

  /** @param {string} text @returns {number} its object number */
  object(text) {
    const id = this.#reserve();
    this.#put(id, text);
    return id;
  }

  /**
   * @param {string} entries of the stream's dictionary
   * @param {Buffer} data
   */
  stream(entries, data) {
    const id = this.#reserve();
    this.#offsets[id] = this.#position;
    this.#write(`${id} 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`);
    this.#write(data);
    this.#write('\nendstream\nendobj\n');
    return id;
  }

  /**
   * A page tree of two levels.
   * @param {number} count
   * @param {(index: number) => string} page writes what a page needs and gives its entries
   */
  pages(count, page) {
    /** @type {number[]} */ const nodes = [];
    for (let first = 0; first < count; first += NODE_SIZE) {
      const node = this.#reserve();
      const kids = [];
      for (let index = first; index < Math.min(count, first + NODE_SIZE); index += 1) {
        const entries = page(index);
        kids.push(
          this.object(`<< /Type /Page /Parent ${node} 0 R /MediaBox [0 0 595 842] ${entries} >>`),
        );
      }
      this.#put(node, `<< /Type /Pages /Parent ${this.#root} 0 R ${kidsOf(kids, kids.length)} >>`);
      nodes.push(node);
    }
    this.#put(this.#root, `<< /Type /Pages ${kidsOf(nodes, count)} >>`);
  }

  close() {
    this.#put(this.#catalog, `<< /Type /Catalog /Pages ${this.#root} 0 R >>`);
    const start = this.#position;
    this.#write(`xref\n0 ${this.#offsets.length}\n0000000000 65535 f \n`);
    for (const offset of this.#offsets.slice(1)) {
      this.#write(`${String(offset).padStart(10, '0')} 00000 n \n`);
    }
    const id = '<4c415449484e2d554b5552414e303031>';
    this.#write(
      `trailer\n<< /Size ${this.#offsets.length} /Root ${this.#catalog} 0 R /ID [${id} ${id}] >>\n`,
    );
    this.#write(`startxref\n${start}\n%%EOF\n`);
    this.#flush();
    closeSync(this.#fd);
  }

  #reserve() {
    return this.#offsets.push(0) - 1;
  }

  /** @param {number} id @param {string} text */
  #put(id, text) {
    this.#offsets[id] = this.#position;
    this.#write(`${id} 0 obj\n${text}\nendobj\n`);
  }

  /** @param {string | Buffer} data */
  #write(data) {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#position += bytes.length;
    if (this.#pendingBytes > 1 << 20) this.#flush();
  }

  #flush() {
    let rest = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    while (rest.length > 0) rest = rest.subarray(writeSync(this.#fd, rest));
  }
}

/** @param {readonly number[]} kids @param {number} count */
const kidsOf = (kids, count) =>
  `/Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${count}`;
