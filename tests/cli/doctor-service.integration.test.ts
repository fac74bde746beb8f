// `pena doctor` looks for the card service where PCSCLITE_CSOCK_NAME says it is, as PC/SC's own clients do.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startCardService, whyNoCardService } from '../../build/virtual-card/card-service.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';

const reason = whyNoCardService();

test.skipIf(reason !== null)(
  `sees the service behind the named socket, and that none is behind another ${reason ?? ''}`,
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const service = await startCardService(folder);
    onTestFinished(() => service.stop());
    const look = async (socket: string) => {
      const { stdout } = await pena(['doctor', '--json'], { env: { PCSCLITE_CSOCK_NAME: socket } });
      return JSON.parse(stdout) as { service: string; readers: { name: string }[] | null };
    };
    const found = await look(service.env['PCSCLITE_CSOCK_NAME'] ?? '');
    expect(found.service).toBe('running');
    expect(found.readers?.map(({ name }) => name)).toContain('Virtual PCD 00 00');
    const nowhere = await look(join(folder, 'tiada.comm'));
    expect(nowhere.service).toBe('stopped');
    expect(nowhere.readers ?? []).toEqual([]);
  },
);
