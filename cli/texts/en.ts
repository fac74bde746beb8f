// The words of the command line in English. The sentences of errors and reasons are in core/domain/messages.
import { HELP_EN } from './help.en.ts';
import type { Texts } from './id.ts';
import { PROOF_EN } from './proof.en.ts';
import { USAGE_EN } from './usage.en.ts';

const many = (count: number, one: string, several = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : several}`;

export const TEXTS_EN: Texts = {
  help: HELP_EN,
  code: 'Code',
  hints: {
    TOKEN_NONE: 'Where the software lies can be said with --module.',
    TOKEN_AMBIGUOUS: 'Here: --token with a label or serial number, or --cert; see "pena tokens".',
    CERT_NOT_FOUND: 'See what is there with "pena tokens".',
    CERT_AMBIGUOUS:
      'Here: --cert with a label, or at least the first 8 digits of the SHA-256; see "pena tokens".',
    PDF_PASSWORD_NEEDED: 'Here: --password-stdin.',
    PIN_NOT_GIVEN: 'Run this in a terminal, or use --pin-stdin or --pin-fd.',
    PIN_ON_COMMAND_LINE: 'The PIN is asked in the terminal, or read with --pin-stdin or --pin-fd.',
    TOKEN_PIN_LAST_TRY: 'If you are sure, add --last-try.',
    CERT_STATUS_UNKNOWN:
      'In a terminal you are asked whether to sign all the same. Without one: --allow-unchecked (noted in the journal), or --offline so that nobody is asked.',
    PDF_CHANGED_AFTER_SIGNING:
      'If it is meant all the same: --accept-changes (noted in the journal).',
    STAMP_DESIGN_NOT_FOUND: 'See what is there with "pena designs".',
    STAMP_FOOTER_NOT_FOUND: 'See what is there with "pena designs".',
    PREFLIGHT_REFUSED:
      'The details: "pena inspect". If it is meant all the same: --accept-findings.',
    PDF_TRUNCATED: 'If it is not signed yet, try "pena repair".',
    PDF_XREF_BROKEN: 'If it is not signed yet, try "pena repair".',
    TSA_CERTIFICATE_UNTRUSTED: 'Here: --trust with its root certificate.',
    SETTINGS_INVALID: 'Where it lies: "pena settings".',
    FILE_OUTPUT_EXISTS: 'To overwrite it, add --overwrite.',
  },
  tokenLine: (label, serial) => `${label} · serial number ${serial}`,

  usage: USAGE_EN,
  ...PROOF_EN,

  tokens: {
    none: 'No token can be read',
    module: 'Module',
    model: 'Model',
    pin: 'PIN',
    pinPad: 'typed on the reader',
    pinStates: {
      ok: 'ready',
      'count-low': 'was wrong before; fewer tries are left',
      'final-try': 'one try is left',
      locked: 'locked',
    },
    modules: 'Token software',
    waiting: (modules) =>
      `${modules} has not answered and is waited for. The others do not wait for it. Ctrl+C stops.`,
    moduleStates: {
      waiting: 'being waited for',
      unknown: 'not started yet',
      ok: 'running well',
      slow: 'slow (more than 5 seconds)',
      hung: 'does not answer',
      crashed: 'stopped suddenly',
      memory: 'takes too much memory',
      garbage: 'answers make no sense',
      failing: 'does not start',
      'wrong-architecture': 'built for another processor',
      unsafe: 'other users can change it',
      missing: 'not found',
    },
    certificates: 'Certificates',
    noCertificates: 'none',
    issuer: 'Issued by',
    validity: 'Validity',
    period: (from, to) => `${from} to ${to}`,
    label: 'Label',
    usable: 'can be signed with',
    unusable: 'cannot be signed with',
    issuerUnknown: 'Issuer not known: whoever verifies may not trust it.',
    problems: 'What could not be read',
  },

  pin: {
    token: 'Token',
    as: 'As',
    purpose: 'To',
    document: 'Document',
    sign: (count) => `sign ${many(count, 'document')}${count > 1 ? ' with one PIN' : ''}`,
    more: (count) => `and ${String(count)} more`,
    question: 'PIN (not shown; Esc cancels): ',
    documentPassword: 'Password of the PDF (not shown; Esc cancels): ',
    tsaPassword: 'Password of the time-stamp authority (not shown; Esc cancels): ',
    passphrase: (file) => `Passphrase of ${file} (not shown; Esc cancels): `,
    passphraseWrong: 'That passphrase was wrong.',
    wrong: 'That PIN was wrong. This document has not been signed.',
    countLow: 'A wrong PIN was given before, so fewer tries are left. Type with care.',
    finalTry:
      'This is the last try. If the PIN is wrong again, the token locks and only the PUK or your Registration Authority can open it.',
    finalTryQuestion: 'Type "yes" if you are sure of the PIN: ',
    yes: 'yes',
    pad: 'Type the PIN on the keys of the reader. It is not typed on this computer.',
  },

  sign: {
    signed: (file) => `Signed: ${file}`,
    failed: (file) => `Not signed: ${file}`,
    document: 'Original',
    signer: 'Signer',
    issuer: 'Issued by',
    token: 'Token',
    keyFile: 'Key file',
    field: 'Field',
    level: 'Level',
    size: 'Size',
    untouched: 'The original was not changed.',
    couldKeep:
      'To keep an incomplete result and complete it later with "pena extend": --allow-incomplete.',
    pending: {
      timestamp: 'Time stamp pending. Complete it later with "pena extend".',
      proof: 'Proof about revocation pending. Complete it later with "pena extend".',
    },
    pendingCount: (count) =>
      `${String(count)} of them not complete yet (time stamp or proof pending).`,
    summary: (signed, all, failed, left) =>
      `${String(signed)} of ${many(all, 'document')} signed` +
      (failed > 0 ? `, ${String(failed)} failed` : '') +
      (left > 0 ? `, ${String(left)} not begun` : '') +
      '.',
  },

  verify: {
    notChecked: (file) => `Cannot be checked: ${file}`,
    nameAnchors: 'Name the root certificate that you trust with --trust.',
    file: 'File',
    signature: (n) => `Signature ${String(n)}`,
    stamp: (n) => `Document time stamp ${String(n)}`,
    soundness: { intact: 'intact', broken: 'not intact', unchecked: 'could not be checked' },
    signer: 'Signer',
    authority: 'Time-stamp authority',
    unknownSigner: 'unknown',
    issuer: 'Issued by',
    time: 'Time',
    claimed: (time) => `${time}, by the signer’s computer (not proven)`,
    span: {
      minutes: (n) => many(n, 'minute'),
      hours: (n) => many(n, 'hour'),
      days: (n) => many(n, 'day'),
    },
    apart: (span) => `The two are ${span} apart.`,
    apartUsual: (span) =>
      `The two are ${span} apart. A few minutes are usual with signatures of BSrE and no sign of forgery.`,
    stampCounts: 'The time stamp counts.',
    trustedTime: (time, authority) => `${time}, by the time stamp of ${authority}`,
    foundTime: (time, authority) =>
      `${time}, from a time stamp of ${authority} that cannot be trusted yet`,
    brokenTime: (time, authority) => `${time}, from a time stamp of ${authority} that does not fit`,
    noTime: 'Not stated',
    chain: 'Certificate chain',
    chains: {
      trusted: (count) => `Up to a trusted root, ${many(count, 'certificate')}`,
      past: (count) => `Up to a known root, but outside validity, ${many(count, 'certificate')}`,
      open: (count) => `Does not reach a trusted root, ${many(count, 'certificate')} found`,
      none: () => 'Not found',
    },
    coverage: 'Coverage',
    coverages: {
      ENTIRE_FILE: 'The entire file',
      ENTIRE_REVISION: 'All content at the time of signing; something was added later',
      PARTIAL: 'Only part of the file',
    },
    renew: 'Renew before',
    changes: 'Later changes',
    revocation: 'Revocation',
    pasal6: 'Pasal 6 certificate',
    issuedUnder: {
      BSRE: 'Yes, issued by BSrE',
      OTHER_RECOGNISED: 'Not BSrE, but another recognised authority',
      USER_TRUSTED: 'No; its issuer is trusted only by this user (--trust or settings)',
      PRACTICE: 'No; a practice certificate, without legal value',
      NOT_RECOGNISED: 'No; its issuer is not known',
    },
    trustDate: 'Trust data',
    changedLater: 'What changed after the first signature',
    later: 'Proof later on',
    now: 'What you can do:',
    familiar: (phrase) => `Public verification services word such a result “${phrase}”.`,
    revision: (n) => `Revision ${String(n)}`,
    total: (count) => `${many(count, 'file')} checked`,
    counted: {
      TOTAL_PASSED: 'Valid',
      INDETERMINATE: 'Cannot be confirmed yet',
      TOTAL_FAILED: 'Do not rely on it',
      NO_SIGNATURE: 'Not signed',
      unreadable: 'Cannot be checked',
    },
    level: 'Level',
    field: 'Field',
    reasons: 'Reasons',
    result: 'Result',
    marks: { ok: 'good', warn: 'caution', bad: 'wrong', plain: 'remark' },
  },
};
