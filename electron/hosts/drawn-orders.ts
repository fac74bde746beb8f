// What main orders to be drawn, with the files read that it names: stamps, and what stands at the foot of pages.
import type { Footer } from '../../core/signing/footer/footer.ts';
import type { Stamp } from '../../core/signing/request.ts';
import { footerOf, loadFooters } from '../../native/files/footer-designs.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { designOf, loadStampDesigns } from '../../native/files/stamp-designs.ts';
import { stampFolders } from '../../native/settings/stamp-folders.ts';
import type { RequestOf } from './document-protocol.ts';
import type { FooterOrder, StampOrder } from './protocol-shapes.ts';
import { ownerOf } from './stamp-owner.ts';

export interface Drawn {
  readonly stamp: Stamp | null;
  readonly footer: Footer | null;
}

/** @throws {PenaError} STAMP_DESIGN_NOT_FOUND, STAMP_IMAGE_INVALID */
export async function stampOf({ at, content, owner, design }: StampOrder): Promise<Stamp> {
  const chosen =
    design === null
      ? {}
      : { design: designOf(await loadStampDesigns(await stampFolders()), design) };
  const drawn = { ...content, ...(await ownerOf(owner)), ...chosen, fonts: await loadFonts() };
  switch (at.kind) {
    case 'page':
      return { page: at.page, rect: at.rect, content: drawn };
    case 'field':
      // The field has its own place; where it has none, this is refused as no rectangle.
      return { page: 1, rect: { x: 0, y: 0, width: 0, height: 0 }, content: drawn };
    case 'tag': {
      const { tag, width, height } = at;
      const occurrence = at.occurrence === 'next' ? 'all-in-order' : undefined;
      return { tag, width, height, occurrence, content: drawn };
    }
  }
}

/** @throws {PenaError} STAMP_* */
export async function drawnOf({
  stamp,
  footer,
}: Pick<RequestOf<'sign'>, 'stamp' | 'footer'>): Promise<Drawn> {
  return {
    stamp: stamp === null ? null : await stampOf(stamp),
    footer: footer === null ? null : await footerFor(footer),
  };
}

/** @throws {PenaError} STAMP_FOOTER_NOT_FOUND, STAMP_IMAGE_INVALID */
async function footerFor({ content, owner, design }: FooterOrder): Promise<Footer> {
  const found = footerOf(await loadFooters(await stampFolders()), design);
  return { ...found, content: { ...content, ...(await ownerOf(owner)), fonts: await loadFonts() } };
}
