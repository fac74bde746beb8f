// The words of the PDF report that are not sentences of reasons; one file a language.
import type { Coverage, Modification } from '../../../domain/indication.ts';
import type { Language } from '../../../domain/language.ts';
import type { RevocationSummary, SignatureReport } from '../../../domain/report.ts';
import { WORDS_EN } from './words.en.ts';
import { WORDS_ID } from './words.id.ts';

export interface Words {
  readonly title: string;
  readonly titleOf: (count: number) => string;
  readonly page: (number: number, count: number) => string;
  readonly trustList: (date: string) => string;
  readonly noTrustList: string;
  readonly about: string;
  readonly file: string;
  readonly judgedAt: string;
  readonly judgedFor: string;
  readonly judgedForNote: string;
  readonly policy: string;
  readonly unknownPolicy: string;
  readonly trust: string;
  readonly program: string;
  readonly signatures: string;
  readonly countOf: (signatures: number, stamps: number) => string;
  readonly code: string;
  readonly familiar: (phrase: string) => string;
  readonly overview: string;
  readonly columns: {
    readonly number: string;
    readonly file: string;
    readonly result: string;
    readonly signer: string;
  };
  readonly nobody: string;
  readonly unreadable: string;
  readonly signature: (n: number) => string;
  readonly stamp: (n: number) => string;
  readonly intact: string;
  readonly broken: string;
  readonly signer: string;
  readonly authority: string;
  readonly unknownSigner: string;
  readonly issuer: string;
  readonly pasal6: string;
  readonly issuedUnder: Readonly<Record<NonNullable<SignatureReport['issuedUnder']>, string>>;
  readonly time: string;
  readonly proven: (time: string, authority: string) => string;
  readonly untrustedTime: (time: string, authority: string) => string;
  readonly brokenTime: (time: string, authority: string) => string;
  readonly claimed: (time: string) => string;
  readonly noTime: string;
  readonly apart: (span: string) => string;
  readonly apartNormal: (span: string) => string;
  readonly minutes: (n: number) => string;
  readonly hours: (n: number) => string;
  readonly days: (n: number) => string;
  readonly coverage: string;
  readonly coverages: Readonly<Record<Coverage, string>>;
  readonly changes: string;
  readonly modifications: Readonly<Record<Modification, string>>;
  readonly permission: string;
  readonly permissions: Readonly<Record<1 | 2 | 3, string>>;
  readonly respected: string;
  readonly notRespected: string;
  readonly revocation: string;
  readonly revocations: Readonly<Record<RevocationSummary['status'], string>>;
  readonly asOf: (source: string, time: string) => string;
  readonly revokedAt: (time: string, reason: string) => string;
  readonly embedded: (list: string) => string;
  readonly chain: string;
  readonly chainTrusted: (count: number) => string;
  readonly chainOpen: (count: number) => string;
  readonly chainNone: string;
  readonly level: string;
  readonly reasons: string;
  readonly technical: string;
  readonly result: string;
  readonly field: string;
  readonly format: string;
  readonly byteRange: string;
  readonly certificate: string;
  readonly serial: string;
  readonly validity: (from: string, to: string) => string;
  readonly chainDigests: string;
  readonly history: string;
  readonly revision: (n: number, bytes: string | null) => string;
  readonly signedBy: (name: string) => string;
  readonly stampedBy: (name: string) => string;
  readonly before: string;
  readonly nothingChanged: string;
  readonly how: string;
  readonly explained: readonly string[];
}

const WORDS: Readonly<Record<Language, Words>> = { id: WORDS_ID, en: WORDS_EN };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}
