// Texts of the certificates ever seen on this computer.
export const certificates = {
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
  expiry: {
    title: 'Certificate expiry',
    ends: '{{name}}: ends on {{date}}',
    ended: '{{name}}: ended on {{date}}, cannot be used any more',
    renew: 'Apply for renewal at your Registration Authority.',
    show: 'Show certificates',
  },
} as const;
