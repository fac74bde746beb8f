// Keeps OCSP answers and CRLs until newer ones are due. What it gives back is judged anew each time: the
// cache need not be trusted, and a spoilt entry costs one more request.

export interface RevocationCache {
  /** Null where there is nothing, or what there is has passed its time. Never throws. */
  get(key: string, now: Date): Promise<Uint8Array | null>;
  /** `until` is the answer's nextUpdate. Never throws: what cannot be kept is asked for again. */
  set(key: string, value: Uint8Array, until: Date): Promise<void>;
}
