// What a request is to say, from options and a file. A number that tells a person apart comes only from the
// file: everybody on the computer can read a command line.
import { z } from 'zod';
import {
  certificateRequest,
  type CertificateRequest,
} from '../../core/domain/certificate-request.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { checkRequest } from '../../core/lifecycle/certificate-request/make-request.ts';
import { readJson } from '../lost/json-file.ts';

export interface RequestDataOptions {
  readonly type?: string;
  readonly use?: readonly string[];
  readonly name?: string;
  readonly organisation?: string;
  readonly unit?: string;
  readonly position?: string;
  readonly locality?: string;
  readonly province?: string;
  readonly country?: string;
  readonly email?: string;
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  readonly data?: string;
}

const object = z.record(z.string().max(40), z.unknown());

/** Options stand above the file. @throws {PenaError} REQUEST_DATA_INVALID, FILE_* */
export async function requestFrom(options: RequestDataOptions): Promise<CertificateRequest> {
  const { data, use: uses, ...others } = options;
  const fromFile = data === undefined ? {} : await readJson(data, 'REQUEST_DATA_INVALID');
  const read = object.safeParse(fromFile);
  if (!read.success) throw new PenaError('REQUEST_DATA_INVALID', { field: '--data' });
  const given = Object.fromEntries(
    Object.entries({ ...others, uses }).filter(([, value]) => value !== undefined),
  );
  const merged = { country: 'ID', ...usual({ ...read.data, ...given }), ...read.data, ...given };
  const parsed = certificateRequest.safeParse(merged);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    throw new PenaError('REQUEST_DATA_INVALID', { field: optionOf(unknown ?? issue?.path[0]) });
  }
  try {
    checkRequest(parsed.data);
  } catch (thrown) {
    if (!(thrown instanceof PenaError)) throw thrown;
    throw new PenaError('REQUEST_DATA_INVALID', { field: optionOf(thrown.params['field']) });
  }
  return parsed.data;
}

/** People and positions sign; what a system does has to be said. */
function usual({ type }: Readonly<Record<string, unknown>>): { uses?: string[] } {
  return type === 'individual' || type === 'position' ? { uses: ['signature'] } : {};
}

/** As the person would type it; of names of our own only: another one might be a value in the wrong place. */
function optionOf(field: unknown): string {
  if (field === 'uses') return '--use';
  if (field === 'serialNumber') return 'serialNumber';
  return typeof field === 'string' && field in certificateRequest.shape ? `--${field}` : '--data';
}
