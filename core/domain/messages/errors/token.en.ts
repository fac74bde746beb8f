// Tokens and P12 files.
import type { ErrorCode } from '../../error-code.ts';

export const TOKEN_ERRORS_EN = {
  TOKEN_MODULE_MISSING:
    'The token software[ {module}] was not found on this computer. Install the software from the maker of your token, or check where it lies.',
  TOKEN_MODULE_INVALID:
    'The token software[ {module}] cannot be used on this computer[: it was built for {built}, needed is {needed}]. Install the right version from the maker of your token.',
  TOKEN_MODULE_CRASHED:
    'The token software[ {module}] stopped suddenly. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_MODULE_TIMEOUT:
    'The token software[ {module}] did not answer and was stopped. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_MODULE_MEMORY:
    'The token software[ {module}] took too much memory and was stopped. The original was not changed. Ask the maker of your token for its newest version.',
  TOKEN_MODULE_UNSAFE:
    'The token software[ {module}] was not used because other users of this computer can change it. Ask the administrator to correct its permissions.',
  TOKEN_NONE:
    'No token can be read. Plug in your USB token or card, and make sure that its software is installed on this computer.',
  TOKEN_AMBIGUOUS:
    'More than one token can be used. Name the token that is meant, or unplug the one that is not needed.',
  TOKEN_REMOVED:
    'The connection to the token[ {token}] was lost. The original was not changed. Plug in your token again and repeat.',
  TOKEN_DEVICE_ERROR:
    'The token[ {token}] reports a fault of its device[ ({ckr})]. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_GENERAL_ERROR:
    'The token[ {token}] refused without naming a cause[ ({ckr})]. The original was not changed. Unplug your token, plug it in again and repeat.',
  TOKEN_IN_USE_HERE:
    'Pena is still busy with other work or another question in a window of its own. Finish or close it first, then repeat.',
  TOKEN_BUSY: 'Another program is using the token[ {token}]. Close that program and repeat.',
  TOKEN_NOT_LOGGED_IN:
    'The token[ {token}] has forgotten the PIN given to it. The document was not signed. Sign once more.',
  TOKEN_MECHANISM_UNSUPPORTED:
    'The token[ {token}] cannot make the kind of signature that this certificate needs. Update the token software, or use another certificate.',
  TOKEN_SIGNATURE_WRONG:
    'The signature made by the token[ {token}] does not match its certificate and was not used. The original was not changed. Contact the maker of your token.',
  TOKEN_PIN_INCORRECT:
    'The PIN for the token[ {token}] is wrong. The program does not try it again. Check your PIN before you repeat, since the token locks after a few wrong ones.',
  TOKEN_PIN_LENGTH:
    'The PIN is empty, or its length is not what the token[ {token}] asks for. The PIN was not used.',
  TOKEN_PIN_LOCKED:
    'The PIN of the token[ {token}] is locked after several wrong ones. Use the PUK with your token software, or contact your Registration Authority.',
  TOKEN_PIN_EXPIRED:
    'The PIN of the token[ {token}] has expired. Change the PIN with your token software and repeat.',
  TOKEN_PIN_LAST_TRY:
    'The PIN of the token[ {token}] can be tried only once more. The PIN was not sent, since a wrong one locks the token. Make sure of your PIN first.',
  TOKEN_PIN_REFUSED:
    'The token[ {token}] does not take that new PIN. The old PIN still holds. Choose another by the rules of whoever issued the token.',
  TOKEN_PUK_INCORRECT:
    'The PUK for the token[ {token}] is wrong. The program does not try it again. A few wrong PUKs lock the token for good.',
  TOKEN_PUK_LOCKED:
    'The PUK of the token[ {token}] is locked. The token cannot be opened here any more; contact your Registration Authority.',
  TOKEN_PUK_LAST_TRY:
    'The PUK of the token[ {token}] can be tried only once more. It was not sent, since a wrong one locks the token for good.',
  TOKEN_UNBLOCK_UNSUPPORTED:
    'The PIN of the token[ {token}] cannot be unblocked with this program[ (code {ckr})]. Use your token software, or contact your Registration Authority.',
  TOKEN_KEYGEN_UNSUPPORTED:
    'The token[ {token}] or its software makes no key pairs of this kind. Choose another kind, make the pair with the maker’s own program, or ask your Registration Authority.',
  TOKEN_KEY_EXPOSED:
    'The token[ {token}] made a key that could leave it, so the key was removed and not used. Contact the maker of your token.',
  TOKEN_KEY_HAS_CERTIFICATE:
    'The key on the token[ {token}] has a certificate. It was left as it is.',
  TOKEN_WRITE_UNSUPPORTED:
    'The token[ {token}] or its software does not let this be stored or removed. Use the maker’s own program.',

  P12_MALFORMED: 'This key file is not PKCS#12, or is damaged. Choose the right .p12 or .pfx file.',
  P12_PASSPHRASE_INCORRECT:
    'The passphrase for this key file is wrong. Nothing was signed. Check your passphrase and repeat.',
} satisfies Partial<Record<ErrorCode, string>>;
