// "Why is my token missing?": from what was found on this computer to the likeliest cause. Nothing is
// looked at here.
import type { ErrorCode } from './error-code.ts';
import type { ModuleState } from './module-state.ts';

/** PC/SC: what talks to readers. `unknown`: it cannot be seen here. */
export const SERVICE_STATES = ['running', 'stopped', 'absent', 'built-in', 'unknown'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

export interface FoundReader {
  readonly name: string;
  /** A card is in it. */
  readonly card: boolean;
  /** Upper-case hexadecimal; null where there is no card, or it cannot be seen. */
  readonly atr: string | null;
  /** The product that this ATR is of; null where it is not in the catalogue. */
  readonly product: { readonly name: string; readonly installed: boolean } | null;
}

export interface Findings {
  readonly service: ServiceState;
  /** Null: they cannot be seen here. */
  readonly readers: readonly FoundReader[] | null;
  /** Readers on the USB bus, whether or not the service sees them; null: cannot be seen here. */
  readonly usbReaders: number | null;
  /** Why the office's policy cannot be read; null where it can, or there is none. */
  readonly policyFault: ErrorCode | null;
  readonly modules: readonly { readonly name: string; readonly state: ModuleState }[];
  readonly tokens: readonly {
    /** Why each is not offered for signing; null where it is. */
    readonly certificates: readonly { readonly refusal: ErrorCode | null }[];
  }[];
}

/** `subject` is the product, module or reader that is meant; '' where there is none. */
export interface Cause {
  readonly kind: CauseKind;
  readonly subject: string;
}

export const CAUSES = [
  'none',
  'policy',
  'certificates-refused',
  'no-certificate',
  'module-unsafe',
  'module-architecture',
  'module-missing',
  'service-absent',
  'service-stopped',
  'driver-missing',
  'module-failing',
  'no-module',
  'no-reader',
  'no-card',
  'card-unknown',
  'not-seen',
] as const;
export type CauseKind = (typeof CAUSES)[number];

const FAILING: readonly ModuleState[] = ['hung', 'crashed', 'memory', 'garbage', 'failing'];

/** The first that holds, from what stops everything to what is only likely. */
export function likeliestCause(found: Findings): Cause {
  const { service, readers, modules, tokens } = found;
  if (found.policyFault !== null) return cause('policy');
  const certificates = tokens.flatMap((token) => token.certificates);
  if (certificates.some(({ refusal }) => refusal === null)) return cause('none');
  if (certificates.length > 0) return cause('certificates-refused');
  if (tokens.length > 0) return cause('no-certificate');
  const named = (kind: CauseKind, ...states: readonly ModuleState[]): Cause | null => {
    const module = modules.find(({ state }) => states.includes(state));
    return module === undefined ? null : cause(kind, module.name);
  };
  const file =
    named('module-missing', 'missing') ??
    named('module-unsafe', 'unsafe') ??
    named('module-architecture', 'wrong-architecture');
  if (file !== null) return file;
  const cards = (readers ?? []).filter(({ card }) => card);
  const undriven = cards.find(({ product }) => product?.installed === false)?.product;
  if (undriven) return cause('driver-missing', undriven.name);
  if (service === 'absent' || service === 'stopped') return cause(`service-${service}`);
  const failing = named('module-failing', ...FAILING);
  if (failing !== null) return failing;
  if (modules.length === 0) return cause('no-module');
  if (cards[0] !== undefined) return cause('card-unknown', cards[0].name);
  if (readers?.[0] !== undefined) return cause('no-card', readers[0].name);
  if (readers !== null || found.usbReaders === 0) return cause('no-reader');
  return cause('not-seen');
}

function cause(kind: CauseKind, subject = ''): Cause {
  return { kind, subject };
}

/** Masks what tells one person or thing from others: runs of six and more digits or hexadecimal, and the home folder. */
export function redacted(text: string, home: string): string {
  const whole = home.replace(/[/\\]+$/, '');
  const shown = whole === '' ? text : text.split(whole).join('~');
  return shown.replace(/(?=[0-9A-F]*\d)[0-9A-F]{6,}/gi, (run) => `***${run.slice(-2)}`);
}
