// Texts of the certificates ever seen on this computer.
export const certificates = {
  lost: 'Key lost? Report it',
  title: 'Ever seen on this computer',
  subtitle: 'Also certificates whose token is away now. Only public data is kept.',
  until: 'Valid until {{date}}',
  token: 'token {{label}}, serial number {{serial}}',
  file: 'in a PKCS#12 file',
  details: 'Details of {{name}}',
  issuer: 'Issued by',
  validity: 'Validity',
  validityText: '{{from}} to {{to}}',
  lastSeen: 'Last seen',
  reportedSince: 'Reported lost since',
  state: {
    valid: 'valid',
    expired: 'expired',
    replaced: 'replaced',
    reported: 'reported lost',
    days_one: '{{formatted}} day left',
    days_other: '{{formatted}} days left',
  },
  forget: {
    button: 'Remove from the list…',
    name: 'Remove from the list: {{name}}',
    title: 'Remove {{name}} from the list?',
    lost: 'Pena will no longer warn before it expires, and the loss of its key can no longer be reported from this list.',
    back: 'The certificate itself does not change. While its token is plugged in, or once it is plugged in again, it comes back to the list.',
    backFile:
      'The certificate itself does not change. When its file is used again, it comes back to the list.',
    no: 'Keep it in the list',
    yes: 'Yes, remove it',
    done: 'The certificate was removed from the list.',
    reported:
      'A certificate that was reported lost stays in the list: without this note it could be signed with again.',
  },
  expiry: {
    title: 'Certificate expiry',
    ends: '{{name}}: ends on {{date}}',
    ended: '{{name}}: ended on {{date}}, cannot be used any more',
    renew: 'Apply for renewal at your Registration Authority.',
    show: 'Show certificates',
  },
} as const;
