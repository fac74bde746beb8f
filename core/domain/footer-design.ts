// What stands at the foot of every page of an official document, as data: BSrE and agencies have changed
// the wording more than once. Drawn as a stamp is, on a strip as wide as the page allows.
import { z } from 'zod';
import { stampDesign } from './stamp-design.ts';

const points = z.number().min(0).max(200);

export const footerDesign = stampDesign.omit({ format: true, size: true }).extend({
  /** Points. */
  height: z.number().min(8).max(200),
  /** Between the strip and the page's edges, as shown. */
  margin: z.strictObject({ side: points, bottom: points }),
});
export type FooterDesign = z.infer<typeof footerDesign>;

export const footerFile = z.strictObject({
  format: z.literal(1),
  footers: z.array(footerDesign).min(1).max(50),
});

/** A footer with the image files it names. */
export interface LoadedFooter {
  readonly footer: FooterDesign;
  readonly images: ReadonlyMap<string, Uint8Array>;
}
