// Elements as text (XML 1.0), escaped: names in reports come from files, and some are made to harm.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (Element | string)[];
}

type Content = Element | string | null | readonly (Element | null)[];

/** What is null is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): Element {
  const kept = content.flat().filter((part) => part !== null);
  return { name, attributes, content: kept };
}

/** An element that says nothing but a text. */
export function leaf(name: string, text: string): Element {
  return element(name, {}, text);
}

/** Whole document, UTF-8 when encoded. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
}

function written({ name, attributes, content }: Element, indent: string): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${said.join('')}`;
  if (content.length === 0) return `${open}/>\n`;
  const parts = content.map((part) =>
    typeof part === 'string' ? escaped(part) : written(part, `${indent}  `),
  );
  const nested = content.some((part) => typeof part !== 'string');
  return nested
    ? `${open}>\n${parts.join('')}${indent}</${name}>\n`
    : `${open}>${parts.join('')}</${name}>\n`;
}

/** What is no Char of XML 1.0 (2.2) cannot be written at all, not even as a reference. */
// eslint-disable-next-line no-control-regex
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Kept as they are: a reader would make spaces of them in attributes.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text
    .replace(NO_CHARACTER, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => NAMED[character] ?? character);
}
