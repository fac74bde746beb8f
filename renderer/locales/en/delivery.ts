// Sending to the registration authority: its ways, and what was tried.
export const delivery = {
  ways: {
    https: 'Directly to {{where}} (HTTPS)',
    email: 'E-mail to {{where}}',
    cmp: 'To the issuer, {{where}} (CMP)',
    package: 'Package file to {{where}}',
  },
  attempts: 'Attempts to send it',
  taken: 'handed over',
  channels: {
    https: 'Direct (HTTPS)',
    email: 'E-mail',
    cmp: 'Issuer (CMP)',
    file: 'Package file',
  },
  next: 'Next attempt {{date}}',
} as const;
