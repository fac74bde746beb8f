// What was dropped on the window, by its names: it goes where a person would choose it.

export type Dropped =
  /** A superior's request (Pasal 16(4)). */
  | { readonly kind: 'request'; readonly file: File }
  /** A report or an application, for the registration authority's desk. */
  | { readonly kind: 'package'; readonly file: File }
  /** Several files, or what has no ending and so is a folder. */
  | { readonly kind: 'many' }
  | { readonly kind: 'document' };

export function droppedKind(files: readonly File[]): Dropped {
  const request = files.find(({ name }) => /\.penamengetahui$/i.test(name));
  if (request !== undefined) return { kind: 'request', file: request };
  const packed = files.find(({ name }) => /\.(?:penareport|penapermohonan)$/i.test(name));
  if (packed !== undefined) return { kind: 'package', file: packed };
  const many = files.length > 1 || files.some(({ name }) => !name.includes('.'));
  return { kind: many ? 'many' : 'document' };
}
