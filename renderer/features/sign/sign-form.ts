// What is chosen before signing, and what of it main is asked for.
import type { BaselineLevel } from '../../../core/domain/signature-level.ts';
import type { CertificateChoice } from '../../../core/contract/token.ts';
import type {
  CertificationChoice,
  StampRequest,
  StampSpot,
  WaitingField,
} from '../../../core/contract/signing.ts';
import type { Zone } from '../../base/format.ts';
import { findAgain } from '../../base/tokens-state.ts';
import { isOnPage, type PageGeometry } from '../../viewer/page-geometry.ts';
import { effectiveWay, type Placing, spotOf, stampPlaceOf } from './placing.ts';

export interface SignForm extends Placing {
  /** As it was when it was chosen: a newer list may bring it under another handle. */
  readonly certificate: CertificateChoice | null;
  /** The user gave it this size: another design leaves it. */
  readonly sized: boolean;
  readonly zone: Zone;
  readonly position: string;
  readonly reason: string;
  readonly location: string;
  /** Null until chosen: then what is usual. */
  readonly level: BaselineLevel | null;
  /** Of a stamp design; null: the standard one. */
  readonly design: string | null;
  /** Of what goes to the foot of every page; null: nothing. */
  readonly footer: string | null;
  readonly certification: CertificationChoice;
  /** The warnings about the document were read. */
  readonly warningsSeen: boolean;
}

/** With a time stamp wherever there is somebody to give one; null while that is not known. */
export function effectiveLevel(
  chosen: BaselineLevel | null,
  canStamp: boolean | null,
): BaselineLevel {
  if (canStamp !== true) return 'B-B';
  return chosen ?? 'B-T';
}

/** Whether a certificate can be chosen at all. */
export function isUsable(choice: CertificateChoice): boolean {
  return choice.refusal === null && choice.pinState !== 'locked';
}

/** The chosen certificate if it is still usable, else the first that is, else null. */
export function effectiveChoice(
  chosen: CertificateChoice | null,
  choices: readonly CertificateChoice[],
): CertificateChoice | null {
  const usable = choices.filter(isUsable);
  return (chosen === null ? undefined : findAgain(chosen, usable)) ?? usable[0] ?? null;
}

/** The stamp as the contract wants it; null for none, or while its place is not known. */
export function stampOf(form: SignForm, fields: readonly WaitingField[]): StampRequest | null {
  const at = stampPlaceOf(form, fields);
  if (at === null) return null;
  return { at, position: form.position.trim(), zone: form.zone, design: form.design };
}

export interface KnownPlaces {
  /** Of the free way's page; null until known. */
  readonly geometry: PageGeometry | null;
  /** Null until known. */
  readonly fields: readonly WaitingField[] | null;
  /** Of the tag, where main found it. */
  readonly found: StampSpot | null;
}

/** Whether the place is one where main will take the signature. */
export function placeIsValid(form: SignForm, { geometry, fields, found }: KnownPlaces): boolean {
  if (fields === null) return false;
  switch (effectiveWay(form, fields)) {
    case 'free':
      if (!form.visible) return true;
      return form.rect !== null && geometry !== null && isOnPage(form.rect, geometry);
    case 'field':
      return true;
    case 'tag':
      return spotOf(form, fields, found) !== null;
  }
}
