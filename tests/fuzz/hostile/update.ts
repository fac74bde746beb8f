// An incremental update with a table of its own (ISO 32000-2 7.5.6), for files that are continued often.

export function appendUpdate(
  size: number,
  previous: number,
  objects: readonly (readonly [number, string])[],
): { readonly bytes: Buffer; readonly at: number } {
  let text = '\n';
  let rows = '';
  for (const [num, body] of objects) {
    rows += `${num} 1\n${String(size + text.length).padStart(10, '0')} 00000 n \n`;
    text += `${num} 0 obj\n${body}\nendobj\n`;
  }
  const at = size + text.length;
  const trailer = `trailer\n<< /Size 30000 /Root 1 0 R /Info 13 0 R /Prev ${previous} >>`;
  return {
    bytes: Buffer.from(`${text}xref\n${rows}${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
    at,
  };
}
