// OpenSC with a PIV card in software, behind a card service of the test's own.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { findOpenscModule } from '../../../build/endurance/cycles.mjs';
import { startCardService, whyNoCardService } from '../../../build/virtual-card/card-service.mjs';
import { PivCard } from '../../../build/virtual-card/piv-card.mjs';
import { makeMaterial } from './material.ts';
import type { ModuleKind, ModuleWorld } from './world.ts';

const PIN = '482915';
const PUK = '87654321';

export interface CardWorld extends ModuleWorld {
  readonly card: PivCard;
  readonly slot: Awaited<ReturnType<typeof startCardService>>['slot'];
}

export function whyNoCard(): string | null {
  if (findOpenscModule() === null) return 'skipped: no OpenSC';
  return whyNoCardService();
}

/** With its card in. 02 wants its PIN for each signature (9C), 04 wants none (9E). */
export async function startCardWorld(folder: string): Promise<CardWorld> {
  const kinds = { '9a': 'rsa:2048', '9c': 'rsa:2048', '9d': 'ec:P-256', '9e': 'ec:P-384' } as const;
  const { issued } = await makeMaterial(folder, kinds);
  const card = new PivCard({ keys: issued, serial: randomBytes(14), pin: PIN, puk: PUK });
  const service = await startCardService(folder);
  const { slot, env } = service;
  await slot.insert(card);
  const file = (name: keyof typeof kinds): string => issued[name]?.certificate ?? '';
  return {
    module: findOpenscModule() ?? '',
    ...{ card, slot, env, pin: PIN, label: 'PENANDA TANGAN 9a' },
    keys: [
      { id: '01', algorithms: ['RSA_PKCS1_SHA256', 'RSA_PSS_SHA256'], certificateFile: file('9a') },
      { id: '02', algorithms: ['RSA_PKCS1_SHA256'], certificateFile: file('9c') },
      { id: '03', algorithms: ['ECDSA_P256_SHA256'], certificateFile: file('9d') },
      { id: '04', algorithms: ['ECDSA_P384_SHA384'], certificateFile: file('9e') },
    ],
    triesSpent: () => card.pinsTried,
    locksAfter: 3,
    unblock: {
      ...{ by: 'other', name: 'pkcs15-tool with the PUK' },
      // Not while this process waits: the card lives in it.
      run: async (newPin) => {
        const args = [
          '-r',
          '0',
          '--unblock-pin',
          '--puk',
          PUK,
          '--new-pin',
          newPin,
          '--auth-id',
          '01',
        ];
        await promisify(execFile)('pkcs15-tool', args, {
          env: { ...process.env, ...env },
          timeout: 60_000,
        });
      },
    },
    pull: () => slot.remove(),
    putBack: () => slot.insert(card),
    hotPlug: true,
    pullMidSignature: () => {
      card.signDelay = 500;
      card.onSign = () => {
        card.onSign = () => undefined;
        setTimeout(() => {
          slot.remove();
          card.signDelay = 0;
        }, 100);
      };
    },
    stop: () => service.stop(),
  };
}

export const opensc: ModuleKind = {
  name: 'OpenSC, virtual PIV card',
  why: whyNoCard,
  start: startCardWorld,
};
