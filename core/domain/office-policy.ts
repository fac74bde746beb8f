// What an office's administrator lays down for all users of a computer: each part that is there holds, and
// no user changes it. Data only, and never a secret. Its JSON Schema is published (resources/schema).
import { z } from 'zod';
import { LANGUAGES } from './language.ts';
import { ZONES } from './local-time.ts';
import { PREFLIGHT_CODES, PREFLIGHT_SEVERITIES } from './preflight.ts';

const address = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(2048)
  .refine((url) => URL.canParse(url) && new URL(url).username + new URL(url).password === '');
const secureAddress = z.url({ protocol: /^https$/, hostname: /./ }).max(2048);
/** Relative ones are seen from the policy file's folder. */
const path = z.string().min(1).max(4096);
const text = z.string().min(1).max(200);

export const timestampAuthority = z.strictObject({
  name: text,
  url: address,
  /** OID of the only policy that will do. */
  policy: z
    .string()
    .regex(/^\d+(\.\d+)+$/)
    .optional(),
  /** SHA-256 of its certificate, for an authority that no anchor recognises. */
  certificate: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export const proxyWish = z.strictObject({
  /** Null: never through a proxy. */
  url: address.nullable(),
  bypass: z.array(z.string().max(253)).max(100).optional(),
});

/** Days that the office grants, from the opening of a case; what is not named is "as soon as possible". */
const days = z.number().int().min(0).max(365).optional();

/** A mail server that hands on reports: TLS always, its password in the keychain. */
const mailServer = z.strictObject({
  host: z.string().regex(/^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/),
  port: z.number().int().min(1).max(65_535),
  /** `implicit`: from the first octet (RFC 8314); `starttls`: required before anything is said. */
  tls: z.enum(['implicit', 'starttls']),
  /** PEM of the only authorities or certificates that are taken. */
  ca: path.optional(),
  user: text.optional(),
  /** Sender of all reports; absent: the owner's own address. */
  from: z.email().max(254).optional(),
});
export type MailServer = z.infer<typeof mailServer>;

export const REPORT_WAYS = ['https', 'cmp', 'email', 'package'] as const;
export type ReportWay = (typeof REPORT_WAYS)[number];

/** Whom lost keys are reported to, and how; ways are tried in this order until one acknowledges. */
const registrationAuthority = z.strictObject({
  name: text,
  postalAddress: z.string().max(500).optional(),
  phone: z.string().max(40).optional(),
  email: z.email().max(254).optional(),
  https: z
    .strictObject({
      url: secureAddress,
      ca: path.optional(),
      /** Certificates of whoever signs its receipts. */
      receipts: path.optional(),
    })
    .optional(),
  cmp: z
    .strictObject({
      url: address,
      /** PEM of the only authorities of its TLS certificate that are taken. */
      ca: path.optional(),
      /** Certificates of the server, or of CAs that issue them directly, whose answers are believed. */
      signers: path.optional(),
      /** Name of the shared secret (RFC 4210 senderKID), which lies in the keychain. */
      reference: text.optional(),
    })
    .optional(),
  /** By which `email` is written to. */
  smtp: mailServer.optional(),
  /** Those that are left out are not used, unless somebody names them. */
  order: z.array(z.enum(REPORT_WAYS)).max(4).optional(),
  /** This computer is the registration authority's own: the file of its desk (`pena ra`), shown in the window. */
  deskStore: path.optional(),
  terms: z
    .strictObject({
      'first-report': days,
      'authority-report': days,
      statement: days,
      acknowledgement: days,
      'papers-report': days,
      'new-certificate': days,
      'incident-report': days,
    })
    .optional(),
});
export type RegistrationAuthority = z.infer<typeof registrationAuthority>;

export const officePolicy = z.strictObject({
  $schema: z.string().max(2048).optional(),
  format: z.literal(1),
  /** Who to ask about it, as the settings screen says it. */
  office: text.optional(),
  modules: z
    .strictObject({
      /** Token drivers that are looked at beside those of the catalogue. */
      add: z.array(path).max(50).optional(),
      /** Whether users may name drivers of their own. */
      usersMayAdd: z.boolean().optional(),
    })
    .optional(),
  /** Certificate files, or folders of them. */
  anchors: z.array(path).max(100).optional(),
  /** In the order of preference. */
  tsa: z.array(timestampAuthority).max(20).optional(),
  proxy: proxyWish.optional(),
  /** Whether PINs and passphrases may be kept in the keychain of the system. */
  storeSecrets: z.enum(['allow', 'forbid']).optional(),
  /** How what is found in a document before it is signed is judged, where not as usual. */
  findings: z.partialRecord(z.enum(PREFLIGHT_CODES), z.enum(PREFLIGHT_SEVERITIES)).optional(),
  /** Folder of stamp designs and footers that replace those of the same id. */
  stamps: path.optional(),
  /** Folder of letter templates, `kop.json` and `lambang.png` or `lambang.jpg`, above those that ship. */
  letters: path.optional(),
  registrationAuthority: registrationAuthority.optional(),
  language: z.enum(LANGUAGES).optional(),
  zone: z.enum(ZONES).optional(),
  /** Whether users may practise with a token that counts for nothing. */
  practice: z.enum(['allow', 'forbid']).optional(),
  updates: z.enum(['stable', 'preview', 'off']).optional(),
});
export type OfficePolicy = z.infer<typeof officePolicy>;
