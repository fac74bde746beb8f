// What was asked of `pena sign`, checked: everything that can be wrong with the words themselves.
import type {
  AlgorithmPreference,
  DigestAlgorithm,
} from '../../core/domain/signature-algorithm.ts';
import { BASELINE_LEVELS, type BaselineLevel, reaches } from '../../core/domain/signature-level.ts';
import type { SigningRequest } from '../../core/signing/request.ts';
import type { NetworkOptions } from '../network/options.ts';
import type { PasswordOptions } from '../pin/secret-options.ts';
import type { PinOptions } from '../pin/source.ts';
import { UsageError } from '../usage-error.ts';
import type { StampOptions } from './stamp-options.ts';

/** As commander hands them over. */
export interface SignOptions extends PinOptions, PasswordOptions, NetworkOptions, StampOptions {
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly module?: string;
  readonly token?: string;
  readonly cert?: string;
  readonly p12?: string;
  readonly footer?: string;
  readonly acceptChanges?: boolean;
  readonly outOfTurn?: boolean;
  readonly reason?: string;
  readonly location?: string;
  readonly level?: string;
  readonly allowUnchecked?: boolean;
  readonly allowIncomplete?: boolean;
  readonly acceptFindings?: boolean;
  readonly certify?: string;
  readonly lock?: string;
  readonly algorithm?: string;
  readonly hash?: string;
  readonly format?: string;
  readonly lastTry?: boolean;
  readonly storePin?: boolean;
  readonly json?: boolean;
}

/** @throws {UsageError} where a key is named in two ways */
export function checkKeyOptions({ p12, module, token, cert }: SignOptions): void {
  const named = [module, token, cert].some((option) => option !== undefined);
  if (p12 !== undefined && named) throw new UsageError('p12WithToken');
}

/**
 * With a time stamp wherever there is somebody to give one.
 * @throws {UsageError} for a level that cannot be had
 */
export function levelWish(
  { level, offline }: Pick<SignOptions, 'level' | 'offline'>,
  canStamp: boolean,
): BaselineLevel {
  if (level === undefined) return canStamp ? 'B-T' : 'B-B';
  const wanted = BASELINE_LEVELS.find((known) => known === level.toUpperCase());
  if (wanted === undefined) throw new UsageError('level');
  if (reaches(wanted, 'B-T')) {
    if (offline === true) throw new UsageError('levelOffline');
    if (!canStamp) throw new UsageError('tsaNeeded');
  }
  return wanted;
}

export type SignatureWish = Pick<SigningRequest, 'certification' | 'lock' | 'algorithm' | 'format'>;

/** What kind of signature. @throws {UsageError} */
export function signatureWish(options: SignOptions): SignatureWish {
  const { certify, lock, algorithm, hash, format } = options;
  return {
    ...(certify === undefined ? {} : { certification: certificationOf(certify) }),
    ...(lock === undefined ? {} : { lock: lockOf(lock) }),
    ...(algorithm === undefined && hash === undefined
      ? {}
      : { algorithm: { scheme: schemeOf(algorithm), hash: hashOf(hash) } }),
    ...(format === undefined ? {} : { format: formatOf(format) }),
  };
}

/** @throws {UsageError} */
export function certificationOf(text: string): 1 | 2 | 3 {
  const level = ([1, 2, 3] as const).find((known) => String(known) === text);
  if (level === undefined) throw new UsageError('certify');
  return level;
}

/** `all`, `only:NAME,NAME` or `except:NAME,NAME`; what remains permitted elsewhere is left alone. */
function lockOf(text: string): NonNullable<SigningRequest['lock']> {
  if (text === 'all') return { action: 'All', fields: [], permission: null };
  const [, kind, names = ''] = /^(only|except):(.+)$/s.exec(text) ?? [];
  const fields = names.split(',').map((name) => name.trim());
  if (kind === undefined || fields.includes('')) throw new UsageError('lock');
  return { action: kind === 'only' ? 'Include' : 'Exclude', fields, permission: null };
}

function schemeOf(text: string | undefined): AlgorithmPreference['scheme'] {
  if (text === undefined || text === 'pkcs1' || text === 'pss') return text;
  throw new UsageError('algorithm');
}

function hashOf(text: string | undefined): DigestAlgorithm | undefined {
  if (text === undefined || text === 'sha256' || text === 'sha384' || text === 'sha512') {
    return text;
  }
  throw new UsageError('hash');
}

function formatOf(text: string): NonNullable<SigningRequest['format']> {
  if (text === 'pades') return 'pades';
  if (text === 'adbe') return 'adbe.pkcs7.detached';
  throw new UsageError('format');
}
