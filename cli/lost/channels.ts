// The ways by which `pena lost send` reaches the authority: the office's policy, with what the command names in its
// place; secrets from descriptors, else from the keychain.
import { readCertificate } from '../../core/cms/certificate.ts';
import { REPORT_WAYS, type ReportWay } from '../../core/domain/office-policy.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import {
  type ChannelSecrets,
  openApplicationChannels,
  openChannels,
} from '../../core/lifecycle/channels/open-channels.ts';
import {
  type ChannelPlan,
  type ChannelWishes,
  planChannels,
} from '../../core/lifecycle/channels/plan.ts';
import type { ApplicationChannel } from '../../core/ports/application-channel.ts';
import type { ChannelOutside } from '../../core/ports/channel-outside.ts';
import type { ReportChannel } from '../../core/ports/report-channel.ts';
import { reportedLostSince } from '../../native/certificates/certificate-registry.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { channelOutside } from '../../native/outbox/channel-outside.ts';
import type { EffectiveSettings } from '../../native/settings/effective-settings.ts';
import { clientFor } from '../network/services.ts';
import { readFirstLine } from '../pin/first-line.ts';
import { openPinSource, type PinOptions } from '../pin/source.ts';
import type { Shell } from '../shell.ts';
import { openFileKey, type OpenKey, openTokenKey } from '../sign/key.ts';
import { UsageError } from '../usage-error.ts';

export interface ServerOptions {
  readonly https?: string;
  readonly ca?: string;
  readonly receipts?: string;
  readonly cmp?: string;
  readonly cmpCa?: string;
  readonly cmpSigners?: string;
  readonly cmpReference?: string;
  readonly to?: string;
  readonly from?: string;
  /** HOST:PORT */
  readonly smtp?: string;
  readonly smtpTls?: string;
  readonly smtpCa?: string;
  readonly smtpUser?: string;
  /** Folder for package files. */
  readonly package?: string;
  /** Ways with commas between them: only these, in this order. */
  readonly by?: string;
}

export interface ChannelOptions extends ServerOptions, PinOptions {
  readonly tokenFd?: string;
  readonly cmpSecretFd?: string;
  readonly smtpPasswordFd?: string;
  readonly p12?: string;
  /** Label or beginning of the SHA-256 of a certificate on a token. */
  readonly keyCert?: string;
}

/** In the order they are tried. */
export interface AllWays {
  readonly reports: readonly ReportChannel[];
  /** Without CMP. */
  readonly applications: readonly ApplicationChannel[];
}

export interface Opened<T> {
  readonly channels: T;
  /** Wipes secrets, and ends what was started for a key. */
  readonly close: () => Promise<void>;
}

const SMTP_PORTS: Readonly<Record<string, number>> = { implicit: 465, starttls: 587 };

/** What the command and the policy come to. @throws {PenaError} USAGE */
export function plansOf(
  options: ServerOptions,
  settings: Pick<EffectiveSettings, 'policy'>,
): readonly ChannelPlan[] {
  const office = settings.policy?.registrationAuthority ?? null;
  const { plans, lacking } = planChannels(office, wishesOf(options));
  const [lack] = lacking;
  if (lack?.part === 'receipts') throw new UsageError('reportReceipts');
  if (lack !== undefined) throw new UsageError('missingOption', `--${PART_OPTIONS[lack.part]}`);
  return plans;
}

const PART_OPTIONS: Readonly<Record<string, string>> = { email: 'to', 'smtp.port': 'smtp' };

/** For all that lies in the outbox. @throws {PenaError} USAGE where no way is named or one lacks a part, FILE_*, TRUST_FILE_INVALID, P12_*, TOKEN_* */
export function openAllWays(
  options: ChannelOptions,
  settings: EffectiveSettings,
  shell: Shell,
): Promise<Opened<AllWays>> {
  const open: Open<AllWays> = async (...parts) => ({
    reports: await openChannels(...parts),
    applications: await openApplicationChannels(...parts),
  });
  return openWays(open, options, settings, shell);
}

/** Without CMP. @throws {PenaError} as openAllWays */
export function openApplicationWays(
  options: ChannelOptions,
  settings: EffectiveSettings,
  shell: Shell,
): Promise<Opened<AllWays['applications']>> {
  return openWays(openApplicationChannels, options, settings, shell);
}

type Open<T> = (
  plans: readonly ChannelPlan[],
  outside: ChannelOutside,
  secrets: ChannelSecrets,
) => Promise<T>;

async function openWays<T>(
  open: Open<T>,
  options: ChannelOptions,
  settings: EffectiveSettings,
  shell: Shell,
): Promise<Opened<T>> {
  const plans = plansOf(options, settings);
  const given = givenSecrets(options);
  const wipe = (): void => {
    for (const secret of Object.values(given)) secret.fill(0);
  };
  let own: OpenKey | null = null;
  try {
    own = await ownKey(options, shell);
    const outside = channelOutside({
      http: (authorities) =>
        clientFor(
          settings,
          authorities === null ? {} : { extraAuthorities: [authorities], onlyExtra: true },
        ),
      secrets: createKeychain(),
    });
    const key = own?.key ?? null;
    const channels = await open(plans, outside, { given, key });
    return {
      channels,
      close: async () => {
        wipe();
        await own?.close();
      },
    };
  } catch (thrown) {
    wipe();
    await own?.close();
    throw thrown;
  }
}

function wishesOf(options: ServerOptions): ChannelWishes {
  const { https, smtp, by } = options;
  if (https !== undefined && !/^https:\/\//i.test(https)) throw new UsageError('reportUrl');
  if (options.cmp !== undefined && !/^https?:\/\/[^/@]+(\/|$)/i.test(options.cmp)) {
    throw new UsageError('optionArgument', '--cmp');
  }
  return {
    https: { url: https, ca: options.ca, receipts: options.receipts },
    cmp: {
      ...{ url: options.cmp, ca: options.cmpCa },
      ...{ signers: options.cmpSigners, reference: options.cmpReference },
    },
    email: options.to,
    smtp: {
      ...serverOf(smtp, options.smtpTls),
      ca: options.smtpCa,
      user: options.smtpUser,
      from: options.from,
    },
    package: options.package,
    order: by === undefined ? undefined : by.split(',').map(wayOf),
  };
}

function wayOf(name: string): ReportWay {
  const way = REPORT_WAYS.find((one) => one === name.trim());
  if (way === undefined) throw new UsageError('optionArgument', '--by');
  return way;
}

function serverOf(address: string | undefined, tls: string | undefined): ChannelWishes['smtp'] {
  if (tls !== undefined && tls !== 'implicit' && tls !== 'starttls') {
    throw new UsageError('optionArgument', '--smtp-tls');
  }
  if (address === undefined) return { tls };
  const [, host, port] = /^([A-Za-z0-9.-]{1,253})(?::(\d{1,5}))?$/.exec(address) ?? [];
  if (host === undefined || Number(port) > 65_535) throw new UsageError('optionArgument', '--smtp');
  const kind = tls ?? (port === '465' ? 'implicit' : 'starttls');
  return { host, port: port === undefined ? SMTP_PORTS[kind] : Number(port), tls: kind };
}

function givenSecrets(options: ChannelOptions): Partial<Record<ReportWay, Uint8Array>> {
  const { tokenFd, cmpSecretFd, smtpPasswordFd } = options;
  const given: Partial<Record<ReportWay, Uint8Array>> = {};
  if (tokenFd !== undefined) given.https = secretFrom(tokenFd, '--token-fd');
  if (cmpSecretFd !== undefined) given.cmp = secretFrom(cmpSecretFd, '--cmp-secret-fd');
  if (smtpPasswordFd !== undefined) given.email = secretFrom(smtpPasswordFd, '--smtp-password-fd');
  return given;
}

/** The caller wipes it. @throws {PenaError} USAGE, PIN_NOT_GIVEN */
export function secretFrom(fd: string, option: string): Uint8Array {
  if (!/^\d{1,6}$/.test(fd)) throw new UsageError('fdNumber', option);
  return readFirstLine(Number(fd));
}

/** Another certificate of the owner, or the registration authority's: the lost one never signs. */
async function ownKey(options: ChannelOptions, shell: Shell): Promise<OpenKey | null> {
  const { p12, keyCert: cert } = options;
  if (p12 === undefined && cert === undefined) return null;
  if (p12 !== undefined && cert !== undefined) throw new UsageError('p12WithToken');
  const source = openPinSource(options, shell);
  const open =
    p12 === undefined
      ? await openTokenKey({ cert: cert ?? '' }, source, [], shell)
      : await openFileKey(p12, source, shell);
  const { sha256, commonName } = readCertificate(open.key.certificate);
  const since = await reportedLostSince(sha256);
  if (since === null) return open;
  await open.close();
  throw new PenaError('CERTIFICATE_REPORTED_LOST', { name: commonName, since });
}
