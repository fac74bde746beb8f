// The application itself: what it keeps, policy and settings.
import type { ErrorCode } from '../../error-code.ts';

export const APP_ERRORS_EN = {
  IPC_UNKNOWN_CHANNEL:
    'The window asked for something unknown and was refused. Give this code to the help desk.',
  IPC_SENDER_REFUSED:
    'A request came from a place that is not trusted and was refused. Close Pena, open it again, and give this code to the help desk.',
  IPC_REQUEST_INVALID:
    'The window sent a request that breaks the rules and was refused. Give this code to the help desk.',
  IPC_RESPONSE_INVALID:
    'An answer inside Pena breaks the rules and is not shown. Give this code to the help desk.',
  HANDLE_UNKNOWN: 'That document or certificate is no longer open. Open or choose it once more.',

  PIN_ON_COMMAND_LINE:
    'A PIN or passphrase is not accepted on the command line, where others can read it and the history keeps it. Remove it from the history, and change it if it was typed there.',
  KEYCHAIN_ABSENT: 'This computer has no keychain that can be used. No secret was stored.',
  KEYCHAIN_LOCKED: 'The keychain of this computer is locked. Unlock it and repeat.',
  KEYCHAIN_FAILED:
    'The keychain of this computer does not answer, or refuses. Nothing has changed.',
  KEYCHAIN_FORBIDDEN: 'Your administrator does not let this secret be stored.',
  KEYCHAIN_DRAFTS_KEY:
    'The key of the drafts on this computer is gone or has been replaced, so earlier drafts cannot be opened.',
  KEYCHAIN_PASSPHRASE: 'The passphrase of the drafts is wrong. Check it and repeat.',
  KEYCHAIN_PASSPHRASE_NEEDED:
    'This computer has no keychain that can be used, so reports are kept under a passphrase, and it was not given: nothing was read or sent. Run this in a terminal, or use --passphrase-stdin or --passphrase-fd.',
  PIN_NOT_GIVEN: 'No PIN or passphrase was given. Nothing was signed.',
  POLICY_FILE_INVALID:
    'The policy file[ {file}] cannot be read: its content is not of the required form.',
  TRUST_FILE_INVALID:
    'The trust file or folder[ {file}] holds no certificate that can be read. Use certificates in PEM or DER.',
  PRACTICE_SIGNED_ALREADY:
    'This document was signed outside practice mode, so the LATIHAN mark can no longer be put on it. Practise with a document that is not signed yet.',
  PRACTICE_OFFLINE:
    'In practice mode nothing is sent outside this computer[: {host}]. Leave practice mode to really send it.',
  PRACTICE_NOT_MADE:
    'The practice token cannot be made on this computer[ ({detail})]. Check free space and the folder’s permissions, then try again.',
  PRACTICE_TOKEN_ONLY:
    'In practice mode only the practice token is used. Leave practice mode to use your token.',
  TRUST_NOT_AUTHORITY:
    'This file does not hold exactly one certificate of an authority (CA). Nothing was added. Choose the file of the root certificate that its issuer gives.',
  TRUST_PRACTICE:
    'The trust anchor[ {file}] is for practice or trials and is never trusted outside practice mode. Nothing was added.',
  POLICY_UNSAFE:
    'The office’s policy {file} can be changed by other users, so it is not trusted. Ask the administrator to correct its permissions: only root may write it.',
  POLICY_LOCKS: 'This is set by your administrator and cannot be changed here.',
  SETTINGS_INVALID:
    'The settings file[ {file}] cannot be understood[ at {key}]. Correct it or delete it.',
  CANCELLED: 'Cancelled. The original was not changed and no half-made file was left.',
  USAGE: 'The command is incomplete or unknown. See how it is used with --help.',
  INTERNAL:
    'Something went wrong inside Pena itself. The original was not changed. Give this code to the help desk.',
} satisfies Partial<Record<ErrorCode, string>>;
