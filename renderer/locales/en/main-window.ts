// Every text of the main window, by topic.
import { acknowledge } from './acknowledge.ts';
import { batch } from './batch.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { delivery } from './delivery.ts';
import { desk } from './desk.ts';
import { deskApplications } from './desk-applications.ts';
import { deskFigures } from './desk-figures.ts';
import { deskReceiver } from './desk-receiver.ts';
import { doctor } from './doctor.ts';
import { doubt } from './doubt.ts';
import { home } from './home.ts';
import { letters } from './letters.ts';
import { lostKey } from './lost-key.ts';
import { pending } from './pending.ts';
import { practice } from './practice.ts';
import { prepare } from './prepare.ts';
import { request } from './request.ts';
import { settings } from './settings.ts';
import { sign } from './sign.ts';
import { tokens } from './tokens.ts';
import { verify } from './verify.ts';
import { viewer } from './viewer.ts';

export const mainWindowTexts = {
  batch,
  certificates,
  common,
  delivery,
  desk,
  deskApplications,
  deskFigures,
  deskReceiver,
  doctor,
  acknowledge,
  doubt,
  home,
  letters,
  lostKey,
  pending,
  practice,
  prepare,
  request,
  settings,
  sign,
  tokens,
  verify,
  viewer,
} as const;
