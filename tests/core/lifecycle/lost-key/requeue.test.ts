// A program that was ended between keeping the case and queueing its report: the report is made good, once.
import { expect, test } from 'vitest';
import { requeue } from '../../../../core/lifecycle/lost-key/requeue.ts';
import type { CaseEvent } from '../../../../core/lifecycle/lost-key/case.ts';
import { openOutbox } from '../../../../native/outbox/outbox-folder.ts';
import { BARE } from './sample-case.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = new Uint8Array(32).fill(7);
const ID = '3f5e0efa-8701-4bba-aea8-301570c33623';
const QUEUED: CaseEvent = { kind: 'queued', at: '2026-11-24T14:00:00.000Z', idempotencyKey: ID };

test('is the same message, and is queued only while nobody has it', async () => {
  const outbox = openOutbox(temporaryFolder(), KEY);
  const lost = { ...BARE, events: [QUEUED] };
  await requeue(lost, outbox);
  await requeue(lost, outbox);
  expect(await outbox.keys()).toEqual([ID]);
  const { message: report } = await outbox.read(ID);
  expect(report.request).toMatchObject({
    ...{ caseId: lost.id, idempotencyKey: ID, reportedAt: QUEUED.at, papers: [] },
  });
});

test('what was taken back stays so', async () => {
  const outbox = openOutbox(temporaryFolder(), KEY);
  const withdrawn: CaseEvent = { kind: 'withdrawn', at: '2026-11-24T15:00:00.000Z', why: 'laci' };
  await requeue({ ...BARE, events: [QUEUED, withdrawn] }, outbox);
  await requeue({ ...BARE, events: [] }, outbox);
  expect(await outbox.keys()).toEqual([]);
});
