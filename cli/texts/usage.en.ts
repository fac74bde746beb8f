// What is wrong with the command as it was typed, in English.
import type { USAGE_ID } from './usage.id.ts';

const near = (meant: string): string => (meant === '' ? '' : ` Did you mean ${meant}?`);

export const USAGE_EN: typeof USAGE_ID = {
  langInvalid: () => 'The languages are: --lang id and --lang en.',
  unknownOption: (name, meant) => `There is no option ${name}.${near(meant)} See --help.`,
  unknownCommand: (name, meant) => `There is no command ${name}.${near(meant)} See pena --help.`,
  missingArgument: () => 'Name the file. See --help.',
  optionArgument: (name) => `Something has to follow ${name}. See --help.`,
  missingOption: (name) => `The option ${name} is needed. See --help.`,
  tooManyArguments: () => 'There is too much on the command line. See --help.',
  wrong: (name) =>
    name === ''
      ? 'The command cannot be understood. See --help.'
      : `What stands after ${name} cannot be understood. See --help.`,
  outMustBeFolder: () => 'For several files --out has to be a folder that exists.',
  sameOutput: (name) =>
    `Two documents would be saved as ${name}. Sign them separately, or rename one.`,
  pinSources: () => 'Use only one of --pin-stdin and --pin-fd.',
  pinFdNumber: () => 'After --pin-fd comes the number of a descriptor, such as --pin-fd 3.',
  pinFdUnreadable: () => 'The PIN cannot be read from there. Make sure the descriptor is open.',
  secretSources: () =>
    'The PIN and each password are read from different places, such as --pin-stdin, --password-fd 3 and --tsa-password-fd 4.',
  fdNumber: (name) => `After ${name} comes the number of a descriptor, such as ${name} 3.`,
  p12WithToken: () => 'Use either --p12 or a token (--module, --token, --cert).',
  stampNeedsPlace: (name) =>
    `${name} only means something for a stamp: add --page, --tag, --text or --design.`,
  rectWithPage: () => '--rect needs the page as well: --page.',
  sizeOrRect: () => 'Use one of them only: --size, or --rect, which has a size of its own.',
  checkpoint: () => 'The checkpoints are: --checkpoint time and --checkpoint sign.',
  page: () => 'After --page comes a page number, from 1, or last.',
  rect: () => 'After --rect come four numbers in points: X,Y,WIDTH,HEIGHT, such as 300,120,220,80.',
  batchStamp: () =>
    'After --stamp comes its place: PAGE:X,Y,WIDTH,HEIGHT or last:X,Y,WIDTH,HEIGHT, such as last:300,60,200,70, tag:#:WIDTH,HEIGHT, or the page alone: a free place is looked for in each file.',
  preparedField: () =>
    'After --field come ROLE:NAME:PAGE, with :X,Y,WIDTH,HEIGHT where it is to be seen, or ROLE:NAME:tag:#:WIDTH,HEIGHT. The role is konseptor (drafts), paraf (initials) or penanda-tangan (signs); the name has no period. For example paraf:Budi:last:300,60,60,30.',
  tagOrRect: () => 'Use one of them only: --tag, or --page and --rect.',
  tag: () => 'After --tag come 1 to 16 characters without spaces, such as #.',
  occurrence: () => 'After --occurrence comes a number from 1, or next.',
  size: () => 'After --size come two numbers in points: WIDTH,HEIGHT, such as 200,70.',
  withTag: (name) => `${name} only means something with --tag.`,
  zone: () => 'The time zones are: --zone WIB, --zone WITA and --zone WIT.',
  cert: () =>
    'After --cert comes the label of a certificate, or at least the first 8 digits of its SHA-256.',
  at: () => 'After --at come date, time and zone, such as 2026-11-24T10:15:00+08:00.',
  level: () => 'The levels are: --level b-b, b-t, b-lt and b-lta.',
  levelOffline: () => 'Levels above B-B need the network. Leave out --offline, or use --level b-b.',
  tsaNeeded: () =>
    'This needs a time stamp. Name the authority with --tsa, or in the settings file ("pena settings").',
  tsaUrl: () => 'After --tsa comes an http or https address without user name and password.',
  tsaUserWithPassword: () =>
    'Use --tsa-user together with --tsa-password-fd or --tsa-password-stdin.',
  tsaUserNeedsTsa: () => 'Name with --tsa the authority that is given this name and password.',
  certify: () => 'After --certify: 1 (no change), 2 (form entries) or 3 (entries and annotations).',
  lock: () => 'After --lock: all, only:FIELD,FIELD or except:FIELD,FIELD.',
  algorithm: () => 'The algorithms are: --algorithm pkcs1 and --algorithm pss.',
  hash: () => 'The hash functions are: --hash sha256, sha384 and sha512.',
  format: () => 'The forms are: --format pades and --format adbe.',
  extensionLevel: () => 'The levels here are: --level lt and --level lta.',
  signatureNumber: () =>
    'After --signature comes the number of a signature, from 1, as "pena verify" shows it.',
  jsonOrLines: () => 'Use only one of --json and --jsonl.',
  reportFormat: () => 'Forms of a report: pdf, xml and json; by --format or the ending of --out.',
  secretKind: () =>
    'Only the password of a time-stamp authority (tsa) is kept here; secrets for reports: "pena lost secret".',
  secretAddress: () =>
    'That is no address of such a server. Examples: https://tsa.example.go.id/tsa, smtps://mail.example.go.id:465.',
  secretUser: () => 'The user name must not be empty or hold a colon.',
  secretUnknown: () => 'There is no such secret. See pena secrets list.',
  caseOrCert: () => 'Name one of them: the report’s ID, or --cert for a block without a report.',
  noReportChannel: () =>
    'Name a way: --https or --package, --cmp, --smtp or --eml, where the office’s policy names none.',
  reportUrl: () => 'After --https comes an address that begins with https://.',
  reportReceipts: () =>
    'Name with --receipts the certificate of whoever signs receipts: without it nothing proves arrival.',
  noPdfs: () => 'There is no PDF in that folder.',
};
