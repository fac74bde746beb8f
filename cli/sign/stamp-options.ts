// Where the stamp of `pena sign` stands and what is on it, as the options say.
import { type Zone, ZONES } from '../../core/domain/local-time.ts';
import type { StampPlacement } from '../../core/signing/request.ts';
import { UsageError } from '../usage-error.ts';

export interface StampOptions {
  readonly page?: string;
  readonly rect?: string;
  readonly text?: readonly string[];
  readonly zone?: string;
  readonly qr?: string;
}

export interface StampWish extends StampPlacement {
  readonly position: string;
  readonly zone: Zone;
  readonly qr: string | null;
}

/** Null for an invisible signature. @throws {UsageError} */
export function stampWish(options: StampOptions, zoneHere: Zone): StampWish | null {
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
