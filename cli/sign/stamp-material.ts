// What is drawn on stamps and at the foot of pages: fonts, designs, images, read once a run.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { Zone } from '../../core/domain/local-time.ts';
import type { LoadedFooter } from '../../core/domain/footer-design.ts';
import type { LoadedStampDesign } from '../../core/domain/stamp-design.ts';
import { STANDARD_STAMP } from '../../core/domain/standard-stamp.ts';
import type { Footer } from '../../core/signing/footer/footer.ts';
import type { SigningRequest, Stamp } from '../../core/signing/request.ts';
import { loadStampImage } from '../../native/files/design-file.ts';
import { footerOf, loadFooters } from '../../native/files/footer-designs.ts';
import { type Fonts, loadFonts } from '../../native/files/resources.ts';
import { designFromFile, designOf, loadStampDesigns } from '../../native/files/stamp-designs.ts';
import { stampFolders } from '../../native/settings/stamp-folders.ts';
import { warnOfDesigns } from '../designs/warn.ts';
import type { Shell } from '../shell.ts';
import type { StampPlace, StampWish } from './stamp-options.ts';

interface Drawn {
  /** Null: an invisible signature. */
  readonly stamp: StampWish | null;
  /** Id; null: no footer. */
  readonly footer: string | null;
  readonly qr: string | null;
  readonly zone: Zone;
}

interface Loaded {
  readonly fonts: Fonts;
  readonly design: LoadedStampDesign | undefined;
  readonly specimen: Uint8Array | undefined;
  readonly footer: LoadedFooter | null;
}

export class StampMaterial {
  readonly #drawn: Drawn;
  readonly #loaded: Loaded | null;

  private constructor(drawn: Drawn, loaded: Loaded | null) {
    this.#drawn = drawn;
    this.#loaded = loaded;
  }

  /** @throws {PenaError} STAMP_DESIGN_*, STAMP_IMAGE_INVALID, STAMP_FOOTER_NOT_FOUND, FILE_* */
  static async load(drawn: Drawn, shell: Shell): Promise<StampMaterial> {
    const { stamp, footer } = drawn;
    if (stamp === null && footer === null) return new StampMaterial(drawn, null);
    const folders = await stampFolders();
    const [fonts, design, specimen, found] = await Promise.all([
      loadFonts(),
      stamp?.design ? findDesign(stamp.design, folders, shell) : undefined,
      stamp?.specimen ? loadStampImage(stamp.specimen) : undefined,
      footer === null ? null : findFooter(footer, folders, shell),
    ]);
    return new StampMaterial(drawn, { fonts, design, specimen, footer: found });
  }

  /** @param time the claimed one: what stands on the stamp is what the signature says */
  for(
    signer: Uint8Array,
    {
      reason,
      location,
      time,
    }: Pick<SigningRequest, 'reason' | 'location'> & { readonly time: Date },
  ): { readonly stamp: Stamp | null; readonly footer: Footer | null } {
    const loaded = this.#loaded;
    if (loaded === null) return { stamp: null, footer: null };
    const { stamp, zone, qr } = this.#drawn;
    const { fonts, design, specimen, footer } = loaded;
    const { commonName: name, serial } = readCertificate(signer);
    const { position = '', nip } = stamp ?? {};
    const common = { name, position, nip, serial, time, zone, reason, location, fonts };
    const content = { ...common, qr: stamp?.qr ?? null, design, specimen };
    return {
      stamp: stamp === null ? null : { ...placed(stamp.at, design), content },
      footer: footer === null ? null : { ...footer, content: { ...common, qr } },
    };
  }
}

function placed(
  at: StampPlace,
  design: LoadedStampDesign | undefined,
):
  | Omit<Extract<Stamp, { tag: string }>, 'content'>
  | Omit<Extract<Stamp, { size: unknown }>, 'content'>
  | Omit<Extract<Stamp, { rect: unknown }>, 'content'> {
  // A field has its own place; where it has none, this is refused as no rectangle.
  if (at === 'field') return { page: 1, rect: { x: 0, y: 0, width: 0, height: 0 } };
  if ('rect' in at) return at;
  const size = at.size ?? (design ?? STANDARD_STAMP).design.size;
  return 'page' in at ? { page: at.page, size } : { ...at, ...size };
}

/** A path has a separator or the ending of a design's file; anything else is a name. */
async function findDesign(
  design: string,
  folders: readonly string[],
  shell: Shell,
): Promise<LoadedStampDesign> {
  if (/[/\\]|\.json$/i.test(design)) return designFromFile(design);
  const found = await loadStampDesigns(folders);
  warnOfDesigns(found.problems, shell);
  return designOf(found, design);
}

async function findFooter(
  id: string,
  folders: readonly string[],
  shell: Shell,
): Promise<LoadedFooter> {
  const found = await loadFooters(folders);
  warnOfDesigns(found.problems, shell);
  return footerOf(found, id);
}
