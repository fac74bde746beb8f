// Which proxy a request goes through: the setting where there is one, else the environment as curl reads it.
import type { CredentialSource } from '../../core/ports/http-client.ts';
import { basicAuthorization } from './basic-authorization.ts';
import { NetworkError } from './network-error.ts';

/** What a user or administrator sets; `url` null means: never through a proxy. */
export interface ProxySetting {
  readonly url: string | null;
  readonly credential?: CredentialSource;
  /** Hosts reached directly, written as in NO_PROXY. */
  readonly bypass?: readonly string[];
}

export interface Proxy {
  readonly hostname: string;
  readonly port: number;
  /** How errors call it. */
  readonly label: string;
  /** Value of Proxy-Authorization; null where the proxy asks for nothing. */
  authorization(): Promise<string | null>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Null: directly. Throws NET_PROXY for a setting that cannot be used. */
export function proxyFor(
  target: URL,
  setting: ProxySetting | null,
  environment: Environment,
): Proxy | null {
  const { url, bypass, credential } = setting ?? fromEnvironment(target, environment);
  if (url === null || bypass?.some((entry) => isMeant(entry, target))) return null;
  return readProxy(url, credential);
}

function fromEnvironment(target: URL, environment: Environment): ProxySetting {
  // HTTP_PROXY in capitals is left out of CGI programs' reach by curl; this is none.
  const name = target.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const read = (key: string): string => environment[key] ?? environment[key.toUpperCase()] ?? '';
  const url = read(name) || read('all_proxy');
  return { url: url === '' ? null : url, bypass: read('no_proxy').split(/[\s,]+/) };
}

function readProxy(text: string, credential?: CredentialSource): Proxy {
  const address = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' || url.hostname === '') throw new NetworkError('NET_PROXY');
  const port = url.port === '' ? 80 : Number(url.port);
  const inUrl: CredentialSource = () =>
    Promise.resolve({
      user: decoded(url.username),
      password: Buffer.from(decoded(url.password)),
    });
  const source = credential ?? (url.username === '' ? undefined : inUrl);
  return {
    hostname: bare(url.hostname),
    port,
    label: `${url.hostname}:${port}`,
    authorization: () => basicAuthorization(source),
  };
}

/** A per cent sign may also be a plain part of a password. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `*`, a host with all below it (with or without the leading dot), or host and port. */
function isMeant(entry: string, target: URL): boolean {
  const pattern = entry.toLowerCase();
  if (pattern === '') return false;
  if (pattern === '*') return true;
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  const [, host = pattern, onlyPort] = /^(.+):(\d+)$/.exec(pattern) ?? [];
  if (onlyPort !== undefined && !pattern.endsWith(']') && onlyPort !== port) return false;
  const wanted = bare(host).replace(/^\*?\./, '');
  const name = bare(target.hostname);
  return name === wanted || name.endsWith(`.${wanted}`);
}

/** An IPv6 address without its brackets. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}
