// Hands a message to a mail server over SMTP with TLS, from the first octet or by STARTTLS; never without.
import { createTransport } from 'nodemailer';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Mailer } from '../../core/ports/mailer.ts';
import { keepInside } from '../network/keep-inside.ts';
import { networkError } from '../network/network-error.ts';
import { checkAddresses, composeMail } from './compose.ts';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS at once (RFC 8314, port 465); `starttls`: required before anything is said (port 587). */
  readonly tls: 'implicit' | 'starttls';
  /** PEM of the only authorities or certificates that are taken; absent: those of the system. */
  readonly authorities?: readonly string[];
  readonly user: string | null;
  /** Asked anew for every message, from the keychain or the person; UTF-8 bytes, wiped here. Null: none to be had. */
  readonly password: () => Promise<Uint8Array | null>;
  /** For connection, greeting and every answer. */
  readonly timeoutMs: number;
}

export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    compose: composeMail,
    send: async (message, { from, to }, signal) => {
      keepInside(options.host);
      checkAddresses({ from, to });
      if (isOver(signal)) throw new PenaError('CANCELLED');
      const auth = await credentials(options);
      const { host, port, tls, timeoutMs: time, authorities } = options;
      const transport = createTransport({
        ...{ host, port, secure: tls === 'implicit', requireTLS: true, logger: false },
        ...{ connectionTimeout: time, greetingTimeout: time, socketTimeout: time },
        ...(auth === null ? {} : { auth }),
        tls: {
          minVersion: 'TLSv1.2',
          ...(authorities === undefined ? {} : { ca: [...authorities] }),
        },
        ...{ disableFileAccess: true, disableUrlAccess: true },
      });
      const stop = (): void => transport.close();
      signal.addEventListener('abort', stop);
      try {
        const raw = Buffer.from(message);
        const info: unknown = await transport.sendMail({ envelope: { from, to: [...to] }, raw });
        // Refused for one of several: those who have it are told again, under the same Message-ID.
        if (!isForAll(info)) throw new PenaError('MAIL_FAILED', { host });
      } catch (thrown) {
        if (thrown instanceof PenaError) throw thrown;
        throw isOver(signal) ? new PenaError('CANCELLED') : mailError(thrown, `${host}:${port}`);
      } finally {
        signal.removeEventListener('abort', stop);
        transport.close();
      }
    },
  };
}

async function credentials({ user, password }: SmtpOptions) {
  if (user === null) return null;
  const bytes = await password();
  if (bytes === null) throw new PenaError('MAIL_AUTH');
  // nodemailer takes text only; it lives as long as this one message.
  const pass = Buffer.from(bytes).toString('utf8');
  bytes.fill(0);
  return { user, pass };
}

const isOver = (signal: AbortSignal): boolean => signal.aborted;

function isForAll(info: unknown): boolean {
  const rejected =
    typeof info === 'object' && info !== null && 'rejected' in info ? info.rejected : null;
  return Array.isArray(rejected) && rejected.length === 0;
}

function fieldOf(thrown: unknown, name: string): unknown {
  return thrown instanceof Error ? Reflect.get(thrown, name) : undefined;
}

/** By nodemailer's codes; the server's own words stay out: they may repeat addresses. */
function mailError(thrown: unknown, host: string): PenaError {
  const code = fieldOf(thrown, 'code');
  const responseCode = fieldOf(thrown, 'responseCode');
  const options = { cause: thrown };
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return new PenaError('MAIL_AUTH', { host }, options);
    case 'ETLS':
      return new PenaError('NET_TLS', { host }, options);
    case 'ETIMEDOUT':
      return new PenaError('NET_TIMEOUT', { host }, options);
    case 'ESOCKET':
    case 'ECONNECTION':
    case 'EDNS':
      return networkError(causeOf(thrown), host);
    default: {
      const detail = typeof responseCode === 'number' ? { detail: responseCode } : {};
      return new PenaError('MAIL_FAILED', { host, ...detail }, options);
    }
  }
}

/** nodemailer writes its own code over that of the socket, which only its text still names. */
function causeOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const [code = /closed/i.test(thrown.message) ? 'ECONNRESET' : undefined] =
    /E[A-Z]{4,}/.exec(thrown.message) ?? [];
  const speaksOfTls = /certificate|self.signed|SSL|TLS|altnames/i.test(thrown.message);
  const named = speaksOfTls ? 'CERT_REFUSED' : code;
  return named === undefined ? thrown : Object.assign(new Error('smtp'), { code: named });
}
