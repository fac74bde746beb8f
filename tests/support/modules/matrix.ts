// What each module was seen to do, as a table.
export const CAPABILITIES = [
  'found',
  'listed',
  'PIN state',
  'RSA',
  'PSS',
  'ECDSA',
  'EdDSA',
  'PDF',
  'wrong PIN: 1 try',
  'lock told',
  'unblock',
  'seen come/go',
  'pulled',
  'back again',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export class Matrix {
  readonly #cells = new Map<string, Map<Capability, string>>();
  readonly #notes: string[] = [];

  /** Whoever says nothing of a cell leaves it `FAILED`. */
  begin(module: string): void {
    this.#cells.set(module, new Map());
  }

  set(module: string, capability: Capability, text = 'ok'): void {
    this.#cells.get(module)?.set(capability, text);
  }

  /** Not to be had from this module, and why. */
  without(module: string, capability: Capability, why: string): void {
    this.set(module, capability, `- ${this.#note(why)}`);
  }

  skip(module: string, why: string): void {
    this.begin(module);
    for (const capability of CAPABILITIES) this.set(module, capability, 'skipped');
    this.#note(`${module}: ${why}`);
  }

  #note(why: string): string {
    if (!this.#notes.includes(why)) this.#notes.push(why);
    return `(${this.#notes.indexOf(why) + 1})`;
  }

  toString(): string {
    const rows = [...this.#cells].map(([module, cells]) => [
      module,
      ...CAPABILITIES.map((capability) => cells.get(capability) ?? 'FAILED'),
    ]);
    const head = ['module', ...CAPABILITIES];
    const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
    const ran = rows.filter((row) => !row.includes('skipped')).length;
    const notes = this.#notes.map((note, index) => `(${index + 1}) ${note}`);
    const skipped = rows.length - ran;
    return [...lines, '', `${ran} modules ran, ${skipped} skipped`, ...notes].join('\n');
  }
}
