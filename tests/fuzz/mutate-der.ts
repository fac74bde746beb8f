// Changes to DER that keep it DER: elements retagged, emptied, taken out, doubled, moved, their lengths made
// right again from the inside out; now and then in a form that only BER allows.
import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

interface Node {
  tag: number;
  children: Node[] | null;
  value: Uint8Array;
}

const TAGS = [1, 2, 3, 4, 5, 6, 10, 12, 19, 22, 23, 24, 0x30, 0x31, 0x80, 0x81, 0x82, 0xa0, 0xa1];
const MAX_NODES = 20_000;
/** What elements hold, each within others counted again. */
const MAX_BYTES = 1e6;

export function mutateDer(data: Uint8Array, random: Random, other: Uint8Array): Buffer {
  const roots = parse(data);
  if (roots === null || random.chance(0.1)) return mutateBytes(data, random, other);
  for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1) change(roots, random, other);
  return Buffer.concat(roots.map((node) => encode(node, random)));
}

function change(roots: Node[], random: Random, other: Uint8Array): void {
  const places = listOf(roots);
  if (places.length === 0) return;
  // What doubles itself each round must not fill the memory.
  const size = places.reduce((sum, { list: of, index: at }) => sum + of[at]!.value.length, 0);
  if (places.length >= MAX_NODES || size > MAX_BYTES) return;
  const { list, index } = random.pick(places);
  const node = list[index]!;
  switch (random.below(8)) {
    case 0:
      node.tag = random.pick(TAGS);
      return;
    case 1:
      list.splice(index, 1);
      return;
    case 2:
      for (let count = random.chance(0.1) && size < 20_000 ? 200 : 1; count > 0; count -= 1) {
        list.splice(index, 0, structuredClone(node));
      }
      return;
    case 3: {
      const from = random.pick(places);
      list[index] = structuredClone(from.list[from.index]!);
      return;
    }
    case 4: {
      const foreign = listOf(parse(other) ?? []);
      if (foreign.length === 0) return;
      const from = random.pick(foreign);
      list[index] = structuredClone(from.list[from.index]!);
      return;
    }
    case 5:
      list[index] = { tag: random.pick(TAGS), children: [node], value: new Uint8Array() };
      return;
    case 6:
      node.children = null;
      node.value = random.chance(0.3) ? new Uint8Array() : mutateBytes(node.value, random, other);
      return;
    default:
      if (node.children === null) node.value = mutateBytes(node.value, random, other);
      else node.children.reverse();
  }
}

function listOf(roots: Node[]): { list: Node[]; index: number }[] {
  const places: { list: Node[]; index: number }[] = [];
  const lists = [roots];
  for (
    let list = lists.pop();
    list !== undefined && places.length < MAX_NODES;
    list = lists.pop()
  ) {
    list.forEach((_, index) => places.push({ list, index }));
    for (const { children } of list) if (children !== null) lists.push(children);
  }
  return places;
}

/** Null where it is not DER all through; octet strings that hold DER are gone into. */
function parse(data: Uint8Array, depth = 0): Node[] | null {
  const nodes: Node[] = [];
  if (depth > 30) return null;
  for (let at = 0; at < data.length;) {
    const tag = data[at]!;
    const first = data[at + 1];
    if (first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return null;
    const octets = first < 0x80 ? 0 : first & 0x7f;
    if (octets > 4) return null;
    let length = octets === 0 ? first : 0;
    for (let i = 0; i < octets; i += 1) length = length * 256 + (data[at + 2 + i] ?? 0);
    const start = at + 2 + octets;
    if (start + length > data.length) return null;
    const value = data.subarray(start, start + length);
    const inside = (tag & 0x20) !== 0 || tag === 4 ? parse(value, depth + 1) : null;
    const children = inside !== null && (inside.length > 0 || (tag & 0x20) !== 0) ? inside : null;
    nodes.push({ tag, children, value: Uint8Array.from(value) });
    at = start + length;
  }
  return nodes;
}

function encode(node: Node, random: Random): Buffer {
  const { tag, children } = node;
  const value =
    children === null
      ? Buffer.from(node.value)
      : Buffer.concat(children.map((child) => encode(child, random)));
  if (children !== null && random.chance(0.005)) {
    return Buffer.concat([Buffer.from([tag, 0x80]), value, Buffer.alloc(2)]);
  }
  const { length } = value;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), value]);
  const octets = length < 0x100 ? 1 : length < 0x10000 ? 2 : 4;
  const head = Buffer.alloc(2 + octets);
  head[0] = tag;
  head[1] = 0x80 | octets;
  head.writeUIntBE(length, 2, octets);
  return Buffer.concat([head, value]);
}
