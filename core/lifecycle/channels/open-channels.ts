// From plans to ways that can be used: connections and files from the outside, secrets from the keychain or from
// whoever starts this. Nothing is sent here.
import { readCertificate } from '../../cms/certificate.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { ReportWay } from '../../domain/office-policy.ts';
import type { ChannelOutside } from '../../ports/channel-outside.ts';
import type { ApplicationChannel } from '../../ports/application-channel.ts';
import type { Acknowledgement, ReportChannel } from '../../ports/report-channel.ts';
import type { SigningKey } from '../../ports/token.ts';
import {
  applicationAsFile,
  applicationByMail,
  applicationOverHttps,
} from './application-channels.ts';
import type { AuthorityServer } from './authority-answer.ts';
import { cmpChannel } from './cmp-channel.ts';
import { emailChannel, type EmailChannelOptions } from './email-channel.ts';
import { fileChannel, type FileChannelOptions } from './file-channel.ts';
import { httpsChannel } from './https-channel.ts';
import { type ChannelPlan, secretNameOf } from './plan.ts';

export interface ChannelSecrets {
  /** Given for this time, in place of the keychain's; copied for every use. The caller wipes them at the end. */
  readonly given: Readonly<Partial<Record<ReportWay, Uint8Array>>>;
  /** Signs e-mail and packages, and protects CMP messages: another certificate than the lost one. Null: none. */
  readonly key: SigningKey | null;
}

const TIMEOUT = 30_000;
/** Receivers take any user name; the token is the password. */
const USER = 'pena';

/** @throws {PenaError} FILE_*, TRUST_FILE_INVALID, CERT_* */
export async function openChannels(
  plans: readonly ChannelPlan[],
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<readonly ReportChannel[]> {
  const channels: ReportChannel[] = [];
  for (const plan of plans) {
    const channel = await openChannel(plan, outside, secrets);
    const send = forgetful(channel.send.bind(channel), plan, outside, secrets);
    channels.push({ ...channel, send });
  }
  return channels;
}

/** Without CMP, which knows no applications. @throws {PenaError} as openChannels */
export async function openApplicationChannels(
  plans: readonly ChannelPlan[],
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<readonly ApplicationChannel[]> {
  const channels: ApplicationChannel[] = [];
  for (const plan of plans) {
    const channel = await openApplicationChannel(plan, outside, secrets);
    if (channel === null) continue;
    const send = forgetful(channel.send.bind(channel), plan, outside, secrets);
    channels.push({ ...channel, send });
  }
  return channels;
}

/** A stored secret that was refused is deleted: a mailbox tried again and again with it would be locked. */
function forgetful<A extends unknown[]>(
  send: (...asked: A) => Promise<Acknowledgement>,
  plan: ChannelPlan,
  outside: ChannelOutside,
  { given }: ChannelSecrets,
): (...asked: A) => Promise<Acknowledgement> {
  const name = secretNameOf(plan);
  if (name === null || given[plan.way] !== undefined) return send;
  return async (...asked) => {
    try {
      return await send(...asked);
    } catch (thrown) {
      if (isRefusal(thrown)) await outside.forget(name);
      throw thrown;
    }
  };
}

/** RFC 9110 15.5.2; whether CMP's secret is wrong its answers do not say. */
function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof PenaError)) return false;
  return (
    thrown.code === 'MAIL_AUTH' || (thrown.code === 'NET_STATUS' && thrown.params['status'] === 401)
  );
}

async function openChannel(
  plan: ChannelPlan,
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<ReportChannel> {
  switch (plan.way) {
    case 'https':
      return httpsChannel(await serverOf(plan, outside, secrets));
    case 'cmp': {
      const { url, signers, reference } = plan;
      const { key } = secrets;
      const known = signers === undefined ? [] : await outside.certificates(signers);
      return cmpChannel({
        ...{ url, http: outside.http(await pemOf(plan.ca, outside)), timeoutMs: TIMEOUT },
        // A shared secret that is laid down goes before a key that happens to be there.
        credential:
          reference === undefined && key !== null
            ? { kind: 'key', key }
            : {
                ...{ kind: 'secret', reference: reference ?? USER },
                secret: needed(plan, outside, secrets),
              },
        answerSigners: known.map(readCertificate),
        random: (length) => outside.random(length),
        now: () => outside.now(),
      });
    }
    case 'email':
      return emailChannel(await mailOptions(plan, outside, secrets));
    case 'package':
      return fileChannel(fileOptions(plan, outside, secrets));
  }
}

async function openApplicationChannel(
  plan: ChannelPlan,
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<ApplicationChannel | null> {
  switch (plan.way) {
    case 'https':
      return applicationOverHttps(await serverOf(plan, outside, secrets));
    case 'cmp':
      return null;
    case 'email':
      return applicationByMail(await mailOptions(plan, outside, secrets));
    case 'package':
      return applicationAsFile(fileOptions(plan, outside, secrets));
  }
}

type Plan<W extends ReportWay> = Extract<ChannelPlan, { way: W }>;

async function serverOf(
  plan: Plan<'https'>,
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<AuthorityServer> {
  const must = needed(plan, outside, secrets);
  return {
    ...{ url: plan.url, http: outside.http(await pemOf(plan.ca, outside)), timeoutMs: TIMEOUT },
    credential: async () => ({ user: USER, password: await must() }),
    receiptSigners: (await outside.certificates(plan.receipts)).map(readCertificate),
  };
}

async function mailOptions(
  plan: Plan<'email'>,
  outside: ChannelOutside,
  secrets: ChannelSecrets,
): Promise<EmailChannelOptions> {
  const { to, server } = plan;
  // A server that knows users is not tried without a password: that would be refused as a wrong one.
  const password =
    server.user === undefined
      ? () => secretOf(plan, secrets.given, outside)
      : needed(plan, outside, secrets);
  const mailer = outside.mailer(server, await pemOf(server.ca, outside), password);
  const now = (): Date => outside.now();
  return { mailer, from: server.from ?? null, to: [to], key: secrets.key, now };
}

function fileOptions(
  { folder }: Plan<'package'>,
  outside: ChannelOutside,
  { key }: ChannelSecrets,
): FileChannelOptions {
  const now = (): Date => outside.now();
  return { save: (name, bytes) => outside.save(folder, name, bytes), key, now };
}

/** @throws {PenaError} CHANNEL_NO_SECRET, from what it returns */
function needed(
  plan: ChannelPlan,
  outside: ChannelOutside,
  { given }: ChannelSecrets,
): () => Promise<Uint8Array> {
  return async () => {
    const found = await secretOf(plan, given, outside);
    if (found === null) throw new PenaError('CHANNEL_NO_SECRET', { name: nameOf(plan) });
    return found;
  };
}

function pemOf(path: string | undefined, outside: ChannelOutside): Promise<string | null> {
  return path === undefined ? Promise.resolve(null) : outside.pem(path);
}

async function secretOf(
  plan: ChannelPlan,
  given: ChannelSecrets['given'],
  outside: ChannelOutside,
): Promise<Uint8Array | null> {
  const now = given[plan.way];
  // Whoever uses it wipes what it was given.
  if (now !== undefined) return now.slice();
  const name = secretNameOf(plan);
  return name === null ? null : outside.secret(name);
}

/** For people: which server's. */
function nameOf(plan: ChannelPlan): string {
  if (plan.way === 'package') return plan.folder;
  return plan.way === 'email' ? plan.server.host : new URL(plan.url).host;
}
