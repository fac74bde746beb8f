// From a plan's rule for a file to what signing is asked for.
import type { StampRule } from '../../domain/batch.ts';
import type { Zone } from '../../domain/local-time.ts';
import type { LoadedStampDesign } from '../../domain/stamp-design.ts';
import { STANDARD_STAMP } from '../../domain/standard-stamp.ts';
import type { StampContent } from '../../pdf/appearance/stamp-content.ts';
import type { SigningRequest, Stamp } from '../request.ts';
import type { FileRule } from './plan.ts';

/** What all stamps of a batch have in common. */
export interface StampMaterial {
  /** The signer's name as the certificate has it. */
  readonly name: string;
  readonly zone: Zone;
  readonly fonts: StampContent['fonts'];
  /** @throws {PenaError} STAMP_DESIGN_NOT_FOUND */
  readonly design: (id: string) => LoadedStampDesign;
}

type RuledRequest = Pick<SigningRequest, 'field' | 'stamp' | 'reason' | 'location' | 'clock'>;

/** @param now the claimed time: one for all documents, so that one drawing of the stamp serves them */
export function requestOf(rule: FileRule, material: StampMaterial, now: Date): RuledRequest {
  const { field, reason, location, stamp } = rule;
  return {
    ...{ field, reason, location, clock: { now: () => now } },
    stamp: stamp === null ? null : stampOf(stamp, rule, material, now),
  };
}

function stampOf(
  { at, position, design, qr }: StampRule,
  { reason, location }: FileRule,
  { name, zone, fonts, design: find }: StampMaterial,
  time: Date,
): Stamp {
  const content: StampContent = {
    ...{ name, position, time, zone, reason, location, qr, fonts },
    ...(design === null ? {} : { design: find(design) }),
  };
  if ('tag' in at) {
    const [width, height] = at.size;
    return { tag: at.tag, width, height, occurrence: at.occurrence, content };
  }
  if ('size' in at) {
    const [x, y] = at.near ?? [];
    return {
      page: at.page,
      size: sizeOf(at.size, content),
      near: x === undefined || y === undefined ? undefined : { x, y },
      content,
    };
  }
  if ('page' in at) {
    const [x, y, width, height] = at.rect;
    return { page: at.page, rect: { x, y, width, height }, content };
  }
  // The field has its own place; where it has none, this is refused as no rectangle.
  return { page: 1, rect: { x: 0, y: 0, width: 0, height: 0 }, content };
}

function sizeOf(
  size: readonly [number, number] | null,
  { design = STANDARD_STAMP }: StampContent,
): { width: number; height: number } {
  return size === null ? design.design.size : { width: size[0], height: size[1] };
}
