// A hostile file: under 10 MB, and to be answered within 10 s and 500 MB (issue "Verification complete").

export interface Hostile {
  readonly name: string;
  readonly build: () => Uint8Array | Promise<Uint8Array>;
}
