// The receiver that the desk starts and stops: in a process of its own, for as long as the program runs or somebody
// stops it. What it needs lies sealed beside the desk's file; the access token is shown once and lies nowhere.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { selfSigned } from '../../../core/cms/self-signed.ts';
import type { ShownReceiver } from '../../../core/contract/desk-receiver.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { HostChannel } from '../../../native/pkcs11/host-process.ts';
import { SerialQueue } from '../../../native/process/serial-queue.ts';
import {
  readReceiver,
  type ReceiverContents,
  writeReceiver,
} from '../../../native/registration/receiver-file.ts';
import { checkTlsPair, certificateDer } from '../../../native/registration/tls-pair.ts';
import { fromReceiver, type ToReceiver } from '../../hosts/receiver-messages.ts';
import { failureOf } from '../../ipc/failure.ts';
import type { DeskFile } from './desk-file.ts';

interface Parts {
  readonly file: Pick<DeskFile, 'isOpen' | 'path' | 'withSecret'>;
  readonly fork: () => HostChannel;
  /** Shows a new token, once. False: the person has not confirmed to have it. */
  readonly show: (token: string) => Promise<boolean>;
}

interface Running {
  readonly channel: HostChannel;
  readonly address: string;
  readonly since: string;
}

const LOG = 200;
const YEARS = 2;
const HOSTS = { loopback: '127.0.0.1', network: '0.0.0.0' } as const;
const START_MS = 15_000;

export class Receiver {
  readonly #parts: Parts;
  /** Two starts at once would be two processes, of which one could not be stopped any more. */
  readonly #orders = new SerialQueue();
  #running: Running | null = null;
  #log: ShownReceiver['log'] = [];
  #failure: Failure | null = null;
  /** As read last: certificate and whether there is a token, for showing. */
  #known: Pick<ShownReceiver, 'certificate' | 'hasToken'> = { certificate: null, hasToken: false };
  #order: { readonly reach: keyof typeof HOSTS; readonly port: number } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} RA_STORE_UNREADABLE, FILE_* */
  async shown(): Promise<ShownReceiver> {
    const { file } = this.#parts;
    if (file.isOpen) await this.#contents();
    const { address = null, since = null } = this.#running ?? {};
    return {
      state: this.#running !== null ? 'on' : file.isOpen ? 'off' : 'locked',
      ...{ address, since, ...this.#known, log: [...this.#log], failure: this.#failure },
    };
  }

  /** @throws {PenaError} RA_PORT_TAKEN, RA_LISTEN_FAILED, RA_TLS_CERTIFICATE_WRONG, RA_STORE_UNREADABLE, CANCELLED */
  start(reach: keyof typeof HOSTS, port: number): Promise<ShownReceiver> {
    return this.#orders.run(async () => {
      if (this.#running !== null) return this.shown();
      let contents = await this.#ready();
      if (contents.tokenSha256 === null) contents = await this.#withNewToken(contents);
      this.#order = { reach, port };
      await this.#listen(contents);
      return this.shown();
    });
  }

  stop(): Promise<ShownReceiver> {
    return this.#orders.run(async () => {
      await this.#end();
      return this.shown();
    });
  }

  /** The token before ends with it; a receiver that runs is started anew at the same place. @throws as `start` */
  renewToken(): Promise<ShownReceiver> {
    return this.#orders.run(async () => {
      const contents = await this.#withNewToken(await this.#ready());
      const order = this.#order;
      if (this.#running !== null && order !== null) {
        const port = Number(new URL(this.#running.address).port);
        await this.#end();
        this.#order = { ...order, port };
        await this.#listen(contents);
      }
      return this.shown();
    });
  }

  /** PEM. @throws {PenaError} RA_TLS_CERTIFICATE_WRONG, RA_STORE_UNREADABLE, FILE_* */
  async useCertificate(certificate: string, key: string): Promise<ShownReceiver> {
    checkTlsPair(certificate, key);
    return this.#orders.run(async () => {
      await this.#keep({ ...(await this.#ready()), tls: { certificate, key }, own: false });
      return this.shown();
    });
  }

  /** PEM, for those who report. @throws {PenaError} RA_STORE_UNREADABLE, FILE_* */
  async certificate(which: 'tls' | 'receipts'): Promise<Uint8Array> {
    return Buffer.from((await this.#ready())[which].certificate);
  }

  /** At the end of the window, without waiting. */
  close(): void {
    this.#running?.channel.kill();
    this.#running = null;
  }

  async #listen(contents: ReceiverContents): Promise<void> {
    const { file, fork } = this.#parts;
    const { reach, port } = this.#order ?? { reach: 'loopback', port: 0 };
    const store = await file.path();
    if (store === null || contents.tokenSha256 === null) throw new PenaError('RA_STORE_UNREADABLE');
    const host = HOSTS[reach];
    const tokenDigest = new Uint8Array(Buffer.from(contents.tokenSha256, 'hex'));
    const { tls, receipts } = contents;
    this.#failure = null;
    const channel = fork();
    try {
      const listening = new Promise<number>((resolve, reject) => {
        const late = setTimeout(
          () => reject(new PenaError('RA_LISTEN_FAILED', { port })),
          START_MS,
        );
        channel.on('exit', () => {
          clearTimeout(late);
          reject(new PenaError('RA_LISTEN_FAILED', { port }));
          this.#gone(channel);
        });
        channel.on('message', (raw) => {
          const heard = fromReceiver.safeParse(raw);
          if (!heard.success) return;
          if (heard.data.kind === 'answered') this.#note(heard.data);
          else clearTimeout(late);
          if (heard.data.kind === 'listening') resolve(heard.data.port);
          if (heard.data.kind !== 'failed') return;
          const { code, params } = heard.data.failure;
          reject(new PenaError(code, params));
        });
      });
      await file.withSecret((secret) => {
        const given = { store, secret: secret.slice(), host, port, tls, receipts, tokenDigest };
        channel.postMessage({ kind: 'start', ...given } satisfies ToReceiver);
        given.secret.fill(0);
      });
      const address = `https://${shownHost(reach)}:${String(await listening)}/v1`;
      this.#running = { channel, address, since: new Date().toISOString() };
    } catch (thrown) {
      channel.kill();
      throw thrown;
    }
  }

  #note({ what, status, code }: Omit<ShownReceiver['log'][number], 'at'>): void {
    this.#log = [{ at: new Date().toISOString(), what, status, code }, ...this.#log].slice(0, LOG);
  }

  #gone(channel: HostChannel): void {
    if (this.#running?.channel !== channel) return;
    this.#running = null;
    this.#failure = failureOf(new PenaError('RA_LISTEN_FAILED', { port: this.#order?.port ?? 0 }));
  }

  async #end(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    this.#running = null;
    const ended = new Promise<void>((resolve) => {
      running.channel.on('exit', resolve);
      // One that hears nothing any more is ended all the same.
      setTimeout(resolve, 3000).unref();
    });
    running.channel.postMessage({ kind: 'stop' } satisfies ToReceiver);
    await ended;
    running.channel.kill();
  }

  /** Null where it was never made ready. */
  async #contents(): Promise<ReceiverContents | null> {
    const { file } = this.#parts;
    const path = await file.path();
    if (path === null) throw new PenaError('RA_STORE_UNREADABLE');
    const contents = await file.withSecret((secret) => readReceiver(path, secret));
    this.#known = knownOf(contents);
    return contents;
  }

  async #ready(): Promise<ReceiverContents> {
    const known = await this.#contents();
    if (known !== null) return known;
    const made: ReceiverContents = {
      format: 'pena-receiver-1',
      ...{ tls: madePair(true), own: true, receipts: madePair(false), tokenSha256: null },
    };
    return this.#keep(made);
  }

  async #withNewToken(contents: ReceiverContents): Promise<ReceiverContents> {
    const token = randomBytes(24).toString('base64url');
    // In force only once somebody has it.
    if (!(await this.#parts.show(token))) throw new PenaError('CANCELLED');
    const tokenSha256 = createHash('sha256').update(token).digest('hex');
    return this.#keep({ ...contents, tokenSha256 });
  }

  async #keep(contents: ReceiverContents): Promise<ReceiverContents> {
    const { file } = this.#parts;
    const path = await file.path();
    if (path === null) throw new PenaError('RA_STORE_UNREADABLE');
    await file.withSecret((secret) => writeReceiver(path, secret, contents));
    this.#known = knownOf(contents);
    return contents;
  }
}

function knownOf(
  contents: ReceiverContents | null,
): Pick<ShownReceiver, 'certificate' | 'hasToken'> {
  if (contents === null) return { certificate: null, hasToken: false };
  const { commonName, sha256, notAfter } = readCertificate(
    certificateDer(contents.tls.certificate),
  );
  return {
    certificate: {
      ...{ name: commonName.slice(0, 200), sha256, until: notAfter.toISOString() },
      own: contents.own,
    },
    hasToken: contents.tokenSha256 !== null,
  };
}

/** @param serves whether it is for TLS: then it names what this computer is reached by */
function madePair(serves: boolean): { certificate: string; key: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const ip = addresses.filter(({ address }) => !address.includes('%')).map((one) => one.address);
  const names = new Set(['localhost', hostname().toLowerCase()]);
  const dns = [...names].filter((name) => /^[a-z0-9.-]{1,253}$/.test(name));
  const der = selfSigned(privateKey, {
    name: serves ? 'Penerima Pena' : 'Resi otoritas pendaftaran',
    server: serves ? { dns, ip: [...new Set(['127.0.0.1', ...ip])] } : null,
    ...{ now: new Date(), years: YEARS, serial: new Uint8Array(randomBytes(8)) },
  });
  const base64 = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  };
}

const shownHost = (reach: keyof typeof HOSTS): string =>
  reach === 'loopback' ? HOSTS.loopback : hostname().slice(0, 200);
