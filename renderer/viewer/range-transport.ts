// Fetches only the parts of a document that pdf.js asks for, over any scheme the page has (app:, http:).
import { PDFDataRangeTransport } from 'pdfjs-dist';

/** Ranged reads of one document's bytes (RFC 9110, 14.2). */
export class RangeTransport extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #onFailure: () => void;
  readonly #stop = new AbortController();

  /** `size` in bytes. `onFailure` is told once when a part cannot be had: pdf.js would wait for ever. */
  constructor(url: string, size: number, onFailure: () => void) {
    super(size, null);
    this.#url = url;
    this.#onFailure = onFailure;
  }

  /** Called by pdf.js; `end` is exclusive. */
  override requestDataRange(begin: number, end: number): void {
    this.#read(begin, end).then(
      (bytes) => this.onDataRange(begin, bytes),
      () => {
        if (this.#stop.signal.aborted) return;
        this.#stop.abort();
        this.#onFailure();
      },
    );
  }

  override abort(): void {
    this.#stop.abort();
  }

  async #read(begin: number, end: number): Promise<Uint8Array> {
    const response = await fetch(this.#url, {
      headers: { range: `bytes=${begin}-${end - 1}` },
      signal: this.#stop.signal,
    });
    if (!response.ok) throw new Error(`document range: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return response.status === 206 ? bytes : bytes.subarray(begin, end);
  }
}
