// A stamp design: what a visible stamp shows and where, as data that an office can write itself. A design
// says nothing about validity: its texts are not authenticated, the signature is.
import { z } from 'zod';

/**
 * What a text may name. `qr` is the text the caller wants in the code; `document` and `sha256` are the
 * original document's first identifier and digest; `initials` and `date` follow from name and time.
 */
export const STAMP_FIELDS = [
  ...['name', 'position', 'nip', 'time', 'date', 'place', 'reason', 'serial', 'initials'],
  ...['qr', 'document', 'sha256'],
] as const;
export type StampField = (typeof STAMP_FIELDS)[number];

/** `{field}` is replaced; a `[part]` goes when a field inside it is empty. */
const template = z
  .string()
  .max(300)
  .refine(
    (text) =>
      [...text.matchAll(/\{([^}]*)\}?/g)].every(
        ([whole, name = '']) => whole.endsWith('}') && STAMP_FIELDS.some((field) => field === name),
      ),
    'unknown field',
  );

const share = z.number().min(0).max(1);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const points = z.number().min(0).max(100);

/**
 * Where an element stands in what earlier docked elements left of the stamp. Docked at an edge ("lead":
 * left of a wide stamp, top of a tall one) it takes a share of the room away; a box in shares of the
 * room (x, y of its lower left corner) and "rest" (all of it) take none.
 */
const place = z.union([
  z.literal('rest'),
  z.strictObject({
    dock: z.enum(['lead', 'left', 'right', 'top', 'bottom']),
    share: z.number().gt(0).max(1),
  }),
  z.strictObject({ x: share, y: share, width: share, height: share }),
]);
export type StampPlace = z.infer<typeof place>;

const textLine = z.strictObject({
  text: template,
  bold: z.boolean().default(false),
  /** Of the block's size. */
  scale: z.number().min(0.3).max(3).default(1),
  colour: colour.default('#16202c'),
  /** Broken at words where it is too long; else the block's size shrinks until it fits. */
  wrap: z.boolean().default(true),
});

const text = z.strictObject({
  kind: z.literal('text'),
  place,
  align: z.enum(['left', 'center', 'right']).default('left'),
  valign: z.enum(['top', 'middle', 'bottom']).default('middle'),
  padding: points.default(5),
  /** Points; the lines are set as large as fits, up to this. */
  largest: z.number().min(4.5).max(72).default(12),
  lines: z.array(textLine).min(1).max(20),
});

const qr = z.strictObject({
  kind: z.literal('qr'),
  place,
  margin: points.default(1),
  /** The first of these whose fields are all known; none: no code, and no room taken. */
  contents: z.array(template).min(1).max(4),
  colour: colour.default('#000000'),
});

/** "specimen": the signer's own; else a file beside the design's. Drawn whole, in its own proportions. */
const image = z.strictObject({
  kind: z.literal('image'),
  place,
  margin: points.default(2),
  source: z.union([z.literal('specimen'), z.string().regex(/^[\w-]{1,60}\.(png|jpe?g)$/i)]),
});

const vector = z.strictObject({
  kind: z.literal('vector'),
  place,
  margin: points.default(2),
  /** Width and height of the drawing, whose origin is at the upper left as in SVG. */
  size: z.tuple([z.number().positive().max(10_000), z.number().positive().max(10_000)]),
  paths: z
    .array(
      z.strictObject({
        d: z
          .string()
          .max(4000)
          .regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$/),
        colour,
      }),
    )
    .min(1)
    .max(50),
});

const element = z.discriminatedUnion('kind', [text, qr, image, vector]);
export type StampElement = z.infer<typeof element>;
export type TextElement = z.infer<typeof text>;

export const stampDesign = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  title: z.strictObject({ id: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  /** Points: the size it is proposed at. */
  size: z.strictObject({
    width: z.number().min(10).max(600),
    height: z.number().min(10).max(600),
  }),
  border: z
    .strictObject({ width: z.number().gt(0).max(5), colour })
    .nullable()
    .default(null),
  background: colour.nullable().default(null),
  elements: z.array(element).min(1).max(20),
});
export type StampDesign = z.infer<typeof stampDesign>;

/** Whether it cannot be drawn without a picture of the signer's own. */
export function showsSpecimen({ elements }: StampDesign): boolean {
  return elements.some((element) => element.kind === 'image' && element.source === 'specimen');
}

/** A design with the image files it names. */
export interface LoadedStampDesign {
  readonly design: StampDesign;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

/** Largest image taken into a stamp. */
export const STAMP_IMAGE_LIMITS = { bytes: 4 << 20, pixels: 4000 } as const;
