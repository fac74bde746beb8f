// The profile of practice mode: a folder apart from the user's own, and what stands in it.
import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { PRACTICE_PIN } from '../../core/domain/practice-token.ts';
import { policyPath, readPolicy } from '../settings/policy-file.ts';
import { practiceFolders } from '../settings/user-folders.ts';

/** Public and worthless: whoever practises is told all three. */
export const PRACTICE = {
  pin: PRACTICE_PIN,
  passphrase: 'latihan-saja',
  token: 'TOKEN LATIHAN',
} as const;

/** What was made; null where nothing is, or it has ended. */
export type PracticeKey = 'token' | 'file' | null;

export interface PracticePaths {
  readonly folder: string;
  readonly anchor: string;
  /** PKCS#12; only where there is no token. */
  readonly keyFile: string;
  readonly softHsmConf: string;
  readonly tokens: string;
}

export function practicePaths(): PracticePaths {
  const folder = join(practiceFolders().settings, 'practice');
  const at = (name: string): string => join(folder, name);
  return {
    ...{ folder, anchor: at('ca.pem'), keyFile: at('kunci-latihan.p12') },
    ...{ softHsmConf: at('softhsm2.conf'), tokens: at('tokens') },
  };
}

/**
 * For this process and its children, before anything of the user's is looked at.
 * @throws {PenaError} POLICY_LOCKS where the office forbids it; POLICY_UNSAFE, SETTINGS_INVALID
 */
export async function beginPracticeMode(policyFile = policyPath()): Promise<void> {
  if (await isPracticeForbidden(policyFile)) {
    throw new PenaError('POLICY_LOCKS', { setting: 'practice' });
  }
  switchToPractice();
}

/** By the office. @throws {PenaError} POLICY_UNSAFE, SETTINGS_INVALID, FILE_NOT_READABLE */
export async function isPracticeForbidden(policyFile = policyPath()): Promise<boolean> {
  return (await readPolicy(policyFile))?.practice === 'forbid';
}

/** For this process and its children, whatever the office says: that is looked at before anything is done. */
export function switchToPractice(): void {
  process.env['PENA_PRACTICE'] = '1';
  process.env['SOFTHSM2_CONF'] = practicePaths().softHsmConf;
}

const DAY = 86_400_000;
/** Of the two years that its signer's certificate has. */
const USEFUL_DAYS = 700;

export async function practiceKey(now: Date): Promise<PracticeKey> {
  const { anchor, keyFile, tokens } = practicePaths();
  try {
    const { validFrom } = new X509Certificate(await readFile(anchor));
    if (now.getTime() - Date.parse(validFrom) > USEFUL_DAYS * DAY) return null;
  } catch {
    return null;
  }
  if (existsSync(keyFile)) return 'file';
  return existsSync(tokens) && softHsm() !== null ? 'token' : null;
}

/** All of the profile, and nothing else. @throws where a file cannot be removed */
export async function removePractice(): Promise<void> {
  const { settings, cache } = practiceFolders();
  for (const folder of [settings, cache]) await rm(folder, { recursive: true, force: true });
}

export interface SoftHsm {
  readonly module: string;
  /** softhsm2-util. */
  readonly tool: string;
}

/** Null where SoftHSM2 is not installed. */
export function softHsm(): SoftHsm | null {
  const lib = '/usr/lib';
  const triplets = existsSync(lib)
    ? readdirSync(lib).filter((name) => name.includes('-linux-gnu'))
    : [];
  const module = [
    '/usr/lib/softhsm/libsofthsm2.so',
    ...triplets.map((name) => join(lib, name, 'softhsm', 'libsofthsm2.so')),
    '/usr/lib64/pkcs11/libsofthsm2.so',
    '/usr/lib64/libsofthsm2.so',
    '/usr/local/lib/softhsm/libsofthsm2.so',
    '/opt/homebrew/lib/softhsm/libsofthsm2.so',
    'C:\\SoftHSM2\\lib\\softhsm2-x64.dll',
  ].find((path) => existsSync(path));
  const name = process.platform === 'win32' ? 'softhsm2-util.exe' : 'softhsm2-util';
  const tool = [...(process.env['PATH'] ?? '').split(delimiter), 'C:\\SoftHSM2\\bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  return module === undefined || tool === undefined ? null : { module, tool };
}
