// Everything the main window may ask and be told.
import { acknowledgeContract } from './acknowledge.ts';
import { anchorsContract } from './anchors.ts';
import { batchContract } from './batch.ts';
import { certificateContract } from './certificate.ts';
import { deskContract } from './desk.ts';
import { deskApplicationsContract } from './desk-applications.ts';
import { deskFiguresContract } from './desk-figures.ts';
import { deskReceiverContract } from './desk-receiver.ts';
import { doctorContract } from './doctor.ts';
import { documentContract } from './document.ts';
import { doubtContract } from './doubt.ts';
import { lettersContract } from './letters.ts';
import { lostKeyContract } from './lost-key.ts';
import { manyContract } from './many.ts';
import { markContract } from './mark.ts';
import { navigationContract } from './navigation.ts';
import { practiceContract } from './practice.ts';
import { prepareContract } from './prepare.ts';
import { proofContract } from './proof.ts';
import { secretsContract } from './secrets.ts';
import { settingsContract } from './settings.ts';
import { signingContract } from './signing.ts';
import { stampOwnerContract } from './stamp-owner.ts';
import { tokenContract } from './token.ts';
import { tokenKeysContract } from './token-keys.ts';
import { tokenPinContract } from './token-pin.ts';
import { validationContract } from './validation.ts';

export const mainContract = {
  ...anchorsContract,
  ...batchContract,
  ...certificateContract,
  ...deskContract,
  ...deskApplicationsContract,
  ...deskFiguresContract,
  ...deskReceiverContract,
  ...doctorContract,
  ...documentContract,
  ...lettersContract,
  ...lostKeyContract,
  ...acknowledgeContract,
  ...doubtContract,
  ...tokenContract,
  ...tokenKeysContract,
  ...tokenPinContract,
  ...markContract,
  ...prepareContract,
  ...signingContract,
  ...stampOwnerContract,
  ...validationContract,
  ...manyContract,
  ...settingsContract,
  ...secretsContract,
  ...practiceContract,
  ...proofContract,
  ...navigationContract,
} as const;
export type MainContract = typeof mainContract;
