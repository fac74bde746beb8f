// The designs that a batch's plan names, read once for all its documents.
import type { BatchPlan } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { LoadedFooter } from '../../core/domain/footer-design.ts';
import type { LoadedStampDesign } from '../../core/domain/stamp-design.ts';
import { footerOf, loadFooters } from '../files/footer-designs.ts';
import { designOf, loadStampDesigns } from '../files/stamp-designs.ts';
import { stampFolders } from '../settings/stamp-folders.ts';

export interface StampSources {
  /** @throws {PenaError} STAMP_DESIGN_NOT_FOUND */
  readonly design: (id: string) => LoadedStampDesign;
  /** @throws {PenaError} STAMP_FOOTER_NOT_FOUND */
  readonly footer: (id: string) => LoadedFooter;
}

/** Nothing is read for a plan that names none. */
export async function stampSources(plan: BatchPlan): Promise<StampSources> {
  const stamps = [plan.stamp, ...plan.files.map(({ stamp }) => stamp ?? null)];
  const footers = [plan.footer, ...plan.files.map(({ footer }) => footer)];
  const named = stamps.some((stamp) => stamp !== null && stamp.design !== null);
  const footed = footers.some((footer) => (footer ?? null) !== null);
  const folders = named || footed ? await stampFolders() : [];
  const designs = named ? await loadStampDesigns(folders) : null;
  const feet = footed ? await loadFooters(folders) : null;
  return {
    design: (id) => {
      if (designs === null) throw new PenaError('STAMP_DESIGN_NOT_FOUND', { design: id });
      return designOf(designs, id);
    },
    footer: (id) => {
      if (feet === null) throw new PenaError('STAMP_FOOTER_NOT_FOUND', { footer: id });
      return footerOf(feet, id);
    },
  };
}
