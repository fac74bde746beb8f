// What was asked of `pena sign`, checked: everything that can be wrong with the words themselves.
import { type Zone, ZONES } from '../../core/domain/local-time.ts';
import type { StampPlacement } from '../../core/signing/request.ts';
import type { PasswordOptions } from '../pin/document-password.ts';
import type { PinOptions } from '../pin/source.ts';
import { UsageError } from '../usage-error.ts';

/** As commander hands them over. */
export interface SignOptions extends PinOptions, PasswordOptions {
  readonly out: string;
  readonly overwrite?: boolean;
  readonly module?: string;
  readonly token?: string;
  readonly cert?: string;
  readonly p12?: string;
  readonly field?: string;
  readonly page?: string;
  readonly rect?: string;
  readonly text?: readonly string[];
  readonly zone?: string;
  readonly qr?: string;
  readonly reason?: string;
  readonly location?: string;
  readonly lastTry?: boolean;
  readonly json?: boolean;
}

export interface StampWish extends StampPlacement {
  readonly position: string;
  readonly zone: Zone;
  readonly qr: string | null;
}

/** @throws {UsageError} where a key is named in two ways */
export function checkKeyOptions({ p12, module, token, cert }: SignOptions): void {
  const named = [module, token, cert].some((option) => option !== undefined);
  if (p12 !== undefined && named) throw new UsageError('p12WithToken');
}

/** Null for an invisible signature. @throws {UsageError} */
export function stampWish(options: SignOptions, zoneHere: Zone): StampWish | null {
  const { page, rect, text, zone, qr } = options;
  if (page === undefined && rect === undefined) {
    const [alone] = Object.entries({ '--text': text, '--zone': zone, '--qr': qr }).filter(
      ([, value]) => value !== undefined,
    );
    if (alone !== undefined) throw new UsageError('stampNeedsRect', alone[0]);
    return null;
  }
  if (page === undefined || rect === undefined) throw new UsageError('pageWithRect');
  return {
    page: pageOf(page),
    rect: rectangleOf(rect),
    // A shell hands "\n" over as two characters.
    position: (text ?? []).join('\n').replaceAll('\\n', '\n'),
    zone: zone === undefined ? zoneHere : zoneOf(zone),
    qr: qr ?? null,
  };
}

function pageOf(page: string): number | 'last' {
  if (page === 'last') return 'last';
  if (!/^[1-9]\d{0,6}$/.test(page)) throw new UsageError('page');
  return Number(page);
}

function rectangleOf(rect: string): StampPlacement['rect'] {
  const numbers = rect.split(',').map((part) => part.trim());
  if (!numbers.every((part) => /^-?\d+(\.\d+)?$/.test(part))) throw new UsageError('rect');
  const [x, y, width, height, more] = numbers.map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new UsageError('rect');
  }
  if (more !== undefined) throw new UsageError('rect');
  return { x, y, width, height };
}

function zoneOf(wanted: string): Zone {
  const zone = ZONES.find((known) => known === wanted.toUpperCase());
  if (zone === undefined) throw new UsageError('zone');
  return zone;
}
