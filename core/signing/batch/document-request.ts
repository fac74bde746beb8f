// From a plan's rule for a file to what signing is asked for.
import type { FooterRule, StampRule } from '../../domain/batch.ts';
import type { LoadedFooter } from '../../domain/footer-design.ts';
import type { Zone } from '../../domain/local-time.ts';
import type { LoadedStampDesign } from '../../domain/stamp-design.ts';
import { STANDARD_STAMP } from '../../domain/standard-stamp.ts';
import type { StampContent } from '../../pdf/appearance/stamp-content.ts';
import type { Footer } from '../footer/footer.ts';
import type { SigningRequest, Stamp } from '../request.ts';
import type { FileRule } from './plan.ts';

/** What stamps say of their signer that is in no certificate. */
export interface StampOwner {
  readonly nip?: string | undefined;
  /** PNG or JPEG. */
  readonly specimen?: Uint8Array | undefined;
  /** Contents of the QR code where a rule has none; null: the design's own. */
  readonly qr: string | null;
}

/** What all stamps of a batch have in common. */
export interface StampMaterial {
  /** The signer's name as the certificate has it. */
  readonly name: string;
  /** Of the certificate. */
  readonly serial: string;
  readonly owner: StampOwner;
  readonly zone: Zone;
  readonly fonts: StampContent['fonts'];
  /** @throws {PenaError} STAMP_DESIGN_NOT_FOUND */
  readonly design: (id: string) => LoadedStampDesign;
  /** @throws {PenaError} STAMP_FOOTER_NOT_FOUND */
  readonly footer: (id: string) => LoadedFooter;
}

type RuledRequest = Pick<
  SigningRequest,
  'field' | 'stamp' | 'footer' | 'certification' | 'reason' | 'location' | 'clock'
>;

/** @param now the claimed time: one for all documents, so that one drawing of the stamp serves them */
export function requestOf(rule: FileRule, material: StampMaterial, now: Date): RuledRequest {
  const { field, reason, location, stamp, footer, certification } = rule;
  return {
    ...{ field, reason, location, clock: { now: () => now } },
    stamp: stamp === null ? null : stampOf(stamp, rule, material, now),
    footer: footer === null ? null : footerOf(footer, rule, material, now),
    ...(certification === undefined ? {} : { certification }),
  };
}

function footerOf(
  { design, qr }: FooterRule,
  rule: FileRule,
  material: StampMaterial,
  time: Date,
): Footer {
  const content = { ...commonOf(rule, material, time), position: '' };
  return { ...material.footer(design), content: { ...content, qr: qr ?? content.qr } };
}

/** What stamps and footers alike can say. */
function commonOf(
  { reason, location }: FileRule,
  { name, serial, owner, zone, fonts }: StampMaterial,
  time: Date,
): Omit<StampContent, 'position' | 'design'> {
  const { nip, specimen, qr } = owner;
  return { name, serial, time, zone, reason, location, fonts, nip, specimen, qr };
}

function stampOf(
  { at, position, design, qr }: StampRule,
  rule: FileRule,
  material: StampMaterial,
  time: Date,
): Stamp {
  const common = commonOf(rule, material, time);
  const content: StampContent = {
    ...{ ...common, position, qr: qr ?? common.qr },
    ...(design === null ? {} : { design: material.design(design) }),
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
