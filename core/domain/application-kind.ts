// The letters of a certificate's life beside its loss, and what each has to say and to carry (Peraturan Wali Kota
// Samarinda 13/2020). Known to the window and to the desk, so that both check completeness by one list.

export const APPLICATION_KINDS = [
  'individual',
  'position',
  'system',
  'agreement',
  'receipt',
  'renewal',
  'duties',
  'problem',
  'complaint',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** `letter`: the letter itself, signed; the others by the words of Pasal 11(3)-(5), and what may go with them. */
export const APPLICATION_PAPERS = [
  'letter',
  'cover-letter',
  'recommendation',
  'appointment',
  'authority',
  'identity-card',
  'agreement',
  'evidence',
] as const;
export type ApplicationPaper = (typeof APPLICATION_PAPERS)[number];

/** What a letter may say; the names are those of the templates in resources/letters. */
export const APPLICATION_FIELDS = [
  'owner.name',
  'owner.nip',
  'owner.nik',
  'owner.rank',
  'owner.position',
  'owner.unit',
  'owner.email',
  'request.position',
  'request.decree',
  'request.system',
  'request.domain',
  'certificate.serial',
  'certificate.issuer',
  'certificate.subject',
  'certificate.notAfter',
  'certificate.type',
  'request.sha256',
  'agreement.title',
  'agreement.version',
  'problem.kind',
  'problem.time',
  'problem.document',
  'problem.narrative',
  'problem.done',
  'complaint.service',
  'complaint.requestedAt',
  'complaint.duty',
  'complaint.narrative',
  'complaint.wish',
  'officer.name',
  'officer.nip',
  'officer.superior',
  'head.name',
  'head.nip',
  'superior.name',
  'superior.nip',
  'superior.position',
  'authority.name',
  'authority.place',
  'letter.number',
  'letter.place',
] as const;
export type ApplicationField = (typeof APPLICATION_FIELDS)[number];

export interface ApplicationRule {
  /** "11(3)" */
  readonly article: string;
  /** Its template. */
  readonly letter: string;
  /** Without these it is not complete. */
  readonly papers: readonly ApplicationPaper[];
  readonly mayBring: readonly ApplicationPaper[];
  /** Without these it is not complete; the date is written by itself. */
  readonly needed: readonly ApplicationField[];
  /** What else it may say. */
  readonly optional: readonly ApplicationField[];
  /** Whether its owner has to agree to something in so many words before (14(4), 17). */
  readonly agreed: boolean;
  /** Whether the official e-mail address is one of the enclosures (11(3)c, 11(4)d, 11(5)c). */
  readonly mailEnclosed: boolean;
  /** Whether it is meant for the registration authority, and may go by the office's ways to it. */
  readonly toAuthority: boolean;
}

const OWNER = ['owner.name', 'owner.nip', 'owner.position', 'owner.unit'] as const;
const LETTER = ['letter.number', 'letter.place'] as const;
const TO = 'authority.name';
const CERTIFICATE = ['certificate.serial', 'certificate.issuer'] as const;

const nothing = {
  papers: ['letter'],
  mayBring: [],
  agreed: false,
  mailEnclosed: false,
  toAuthority: true,
} as const;

/** Pasal 11(3)a-d and 11(5)a-d ask for the same. */
const applicationFor = (article: string, letter: string): ApplicationRule => ({
  ...{ article, letter, mayBring: [], agreed: false },
  ...{ mailEnclosed: true, toAuthority: true },
  papers: ['letter', 'cover-letter', 'recommendation', 'identity-card'],
  needed: [...OWNER, 'owner.email', 'owner.nik', ...LETTER, TO],
  optional: ['owner.rank', 'head.name', 'head.nip', 'authority.place'],
});
const system = applicationFor('11(5)', 'permohonan-sistem');
const position = applicationFor('11(4)', 'permohonan-jabatan');

export const APPLICATION_RULES: Readonly<Record<ApplicationKind, ApplicationRule>> = {
  individual: applicationFor('11(3)', 'permohonan-individu'),
  position: {
    ...position,
    papers: [
      ...['letter', 'cover-letter', 'recommendation'],
      ...['appointment', 'authority', 'identity-card'],
    ] as ApplicationPaper[],
    needed: ['request.position', ...position.needed],
    optional: ['request.decree', ...position.optional],
  },
  system: {
    ...system,
    needed: ['request.system', ...system.needed],
    optional: ['request.domain', ...system.optional],
  },
  agreement: {
    ...nothing,
    ...{ article: '14(4)', letter: 'persetujuan-perjanjian', agreed: true },
    mayBring: ['agreement'],
    needed: [...OWNER, 'owner.email', 'agreement.title', 'agreement.version', 'letter.place'],
    optional: ['owner.nik', 'owner.rank', 'letter.number'],
  },
  receipt: {
    ...nothing,
    ...{ article: '14(5)', letter: 'tanda-terima' },
    needed: ['owner.name', 'owner.nip', TO, ...CERTIFICATE, 'letter.place'],
    optional: [
      ...(['owner.rank', 'owner.position', 'owner.unit', 'owner.email'] as const),
      ...(['certificate.subject', 'certificate.notAfter', 'certificate.type'] as const),
      ...(['officer.name', 'officer.nip', 'letter.number'] as const),
    ],
  },
  renewal: {
    ...nothing,
    ...{ article: '15(2)', letter: 'permohonan-pembaruan' },
    needed: [...OWNER, 'owner.email', ...CERTIFICATE, 'certificate.notAfter', ...LETTER, TO],
    optional: [
      ...(['owner.nik', 'owner.rank', 'certificate.subject', 'certificate.type'] as const),
      ...(['request.sha256', 'superior.name', 'superior.nip', 'superior.position'] as const),
      'authority.place',
    ],
  },
  duties: {
    ...nothing,
    ...{ article: '17', letter: 'pernyataan-kewajiban', agreed: true },
    needed: [...OWNER, 'letter.place'],
    optional: ['owner.rank', 'owner.email', 'letter.number'],
  },
  problem: {
    ...nothing,
    ...{ article: '23(1)', letter: 'laporan-masalah' },
    mayBring: ['evidence'],
    needed: [
      ...OWNER,
      ...(['owner.email', 'problem.kind', 'problem.time', 'problem.narrative'] as const),
      ...[...LETTER, TO],
    ] as ApplicationField[],
    optional: [
      ...(['owner.rank', 'problem.document', 'problem.done', 'certificate.serial'] as const),
      ...(['superior.position', 'authority.place'] as const),
    ],
  },
  complaint: {
    ...nothing,
    // To the officer's superior and to BSrE, not to whom it is about.
    ...{ article: '21(3)', letter: 'pengaduan', toAuthority: false },
    mayBring: ['evidence'],
    needed: [
      ...(['owner.name', 'owner.nip', 'owner.position', 'owner.unit', 'owner.email'] as const),
      ...(['officer.superior', 'complaint.service', 'complaint.duty'] as const),
      ...(['complaint.narrative', 'letter.number', 'letter.place'] as const),
    ],
    optional: [
      ...(['owner.rank', 'officer.name', 'complaint.requestedAt', 'complaint.wish'] as const),
    ],
  },
};
