// The windows' own texts, so that one test walks through both languages.
import { acknowledge as acknowledgeEn } from '../../../renderer/locales/en/acknowledge.ts';
import { batch as batchEn } from '../../../renderer/locales/en/batch.ts';
import { certificates as certificatesEn } from '../../../renderer/locales/en/certificates.ts';
import { common as commonEn } from '../../../renderer/locales/en/common.ts';
import { delivery as deliveryEn } from '../../../renderer/locales/en/delivery.ts';
import { desk as deskEn } from '../../../renderer/locales/en/desk.ts';
import { deskApplications as deskApplicationsEn } from '../../../renderer/locales/en/desk-applications.ts';
import { deskFigures as deskFiguresEn } from '../../../renderer/locales/en/desk-figures.ts';
import { deskReceiver as deskReceiverEn } from '../../../renderer/locales/en/desk-receiver.ts';
import { doctor as doctorEn } from '../../../renderer/locales/en/doctor.ts';
import { doubt as doubtEn } from '../../../renderer/locales/en/doubt.ts';
import { home as homeEn } from '../../../renderer/locales/en/home.ts';
import { letters as lettersEn } from '../../../renderer/locales/en/letters.ts';
import { lostKey as lostKeyEn } from '../../../renderer/locales/en/lost-key.ts';
import { password as passwordEn } from '../../../renderer/locales/en/password.ts';
import { pending as pendingEn } from '../../../renderer/locales/en/pending.ts';
import { pin as pinEn } from '../../../renderer/locales/en/pin.ts';
import { practice as practiceEn } from '../../../renderer/locales/en/practice.ts';
import { prepare as prepareEn } from '../../../renderer/locales/en/prepare.ts';
import { request as requestEn } from '../../../renderer/locales/en/request.ts';
import { secret as secretEn } from '../../../renderer/locales/en/secret.ts';
import { settings as settingsEn } from '../../../renderer/locales/en/settings.ts';
import { sign as signEn } from '../../../renderer/locales/en/sign.ts';
import { tokens as tokensEn } from '../../../renderer/locales/en/tokens.ts';
import { verify as verifyEn } from '../../../renderer/locales/en/verify.ts';
import { viewer as viewerEn } from '../../../renderer/locales/en/viewer.ts';
import { acknowledge as acknowledgeId } from '../../../renderer/locales/id/acknowledge.ts';
import { batch as batchId } from '../../../renderer/locales/id/batch.ts';
import { certificates as certificatesId } from '../../../renderer/locales/id/certificates.ts';
import { common as commonId } from '../../../renderer/locales/id/common.ts';
import { delivery as deliveryId } from '../../../renderer/locales/id/delivery.ts';
import { desk as deskId } from '../../../renderer/locales/id/desk.ts';
import { deskApplications as deskApplicationsId } from '../../../renderer/locales/id/desk-applications.ts';
import { deskFigures as deskFiguresId } from '../../../renderer/locales/id/desk-figures.ts';
import { deskReceiver as deskReceiverId } from '../../../renderer/locales/id/desk-receiver.ts';
import { doctor as doctorId } from '../../../renderer/locales/id/doctor.ts';
import { doubt as doubtId } from '../../../renderer/locales/id/doubt.ts';
import { home as homeId } from '../../../renderer/locales/id/home.ts';
import { letters as lettersId } from '../../../renderer/locales/id/letters.ts';
import { lostKey as lostKeyId } from '../../../renderer/locales/id/lost-key.ts';
import { password as passwordId } from '../../../renderer/locales/id/password.ts';
import { pending as pendingId } from '../../../renderer/locales/id/pending.ts';
import { pin as pinId } from '../../../renderer/locales/id/pin.ts';
import { practice as practiceId } from '../../../renderer/locales/id/practice.ts';
import { prepare as prepareId } from '../../../renderer/locales/id/prepare.ts';
import { request as requestId } from '../../../renderer/locales/id/request.ts';
import { secret as secretId } from '../../../renderer/locales/id/secret.ts';
import { settings as settingsId } from '../../../renderer/locales/id/settings.ts';
import { sign as signId } from '../../../renderer/locales/id/sign.ts';
import { tokens as tokensId } from '../../../renderer/locales/id/tokens.ts';
import { verify as verifyId } from '../../../renderer/locales/id/verify.ts';
import { viewer as viewerId } from '../../../renderer/locales/id/viewer.ts';

export const WORDS = {
  id: {
    ...{ acknowledge: acknowledgeId, certificates: certificatesId },
    ...{ batch: batchId, common: commonId, delivery: deliveryId, home: homeId, pin: pinId },
    ...{ deskApplications: deskApplicationsId, deskFigures: deskFiguresId },
    ...{ deskReceiver: deskReceiverId },
    ...{ desk: deskId, doctor: doctorId, doubt: doubtId, letters: lettersId, lostKey: lostKeyId },
    ...{
      practice: practiceId,
      prepare: prepareId,
      request: requestId,
      password: passwordId,
      secret: secretId,
      tokens: tokensId,
    },
    ...{ pending: pendingId, settings: settingsId, sign: signId, verify: verifyId },
    viewer: viewerId,
  },
  en: {
    ...{ acknowledge: acknowledgeEn, certificates: certificatesEn },
    ...{ batch: batchEn, common: commonEn, delivery: deliveryEn, home: homeEn, pin: pinEn },
    ...{ deskApplications: deskApplicationsEn, deskFigures: deskFiguresEn },
    ...{ deskReceiver: deskReceiverEn },
    ...{ desk: deskEn, doctor: doctorEn, doubt: doubtEn, letters: lettersEn, lostKey: lostKeyEn },
    ...{
      practice: practiceEn,
      prepare: prepareEn,
      request: requestEn,
      password: passwordEn,
      secret: secretEn,
      tokens: tokensEn,
    },
    ...{ pending: pendingEn, settings: settingsEn, sign: signEn, verify: verifyEn },
    viewer: viewerEn,
  },
} as const;
export type Words = (typeof WORDS)['id' | 'en'];
