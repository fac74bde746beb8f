// Texts of practice mode.
export const practice = {
  strip: {
    label: 'Practice mode',
    main: 'Practice mode (LATIHAN): nothing here is for real, and nothing is sent outside this computer.',
    short: 'Practice mode (LATIHAN): not a real token.',
    pin: 'PIN of the practice token: {{pin}}',
    leave: 'Leave practice mode',
  },
  title: 'Practice mode',
  subtitle: 'Try Pena without any consequence.',
  about: {
    title: 'What happens in practice mode',
    token: 'Pena prepares a practice token on this computer. Your own token is not read.',
    mark: 'Every page that is signed is marked LATIHAN (“practice”), and so are letters.',
    level:
      'The level is always B-B: the practice authority’s key is kept nowhere, so there is no practice time stamp and no practice OCSP.',
    trust: 'Outside practice mode these signatures are not valid.',
    inside: 'Nothing is sent outside this computer, reports of a lost key included.',
    apart: 'Its settings, journal and list of certificates are kept apart from the real ones.',
  },
  enter: {
    title: 'Enter practice mode',
    text: 'Pena closes and opens again. An open document is closed; its file is not changed.',
    button: 'Start practising',
  },
  forbidden: 'Set by your administrator: practice mode is not allowed in this office.',
  missing: {
    title: 'SoftHSM2 is not installed',
    text: 'The practice token is made with SoftHSM2, and that software is not on this computer.',
    linux:
      'Ask the administrator to install the package softhsm2 (Debian and Ubuntu: sudo apt install softhsm2).',
    darwin: 'Ask the administrator to install SoftHSM (Homebrew: brew install softhsm).',
    win32: 'Ask the administrator to install SoftHSM2 for Windows in C:\\SoftHSM2.',
    again: 'Check again',
  },
  failed: 'The practice token could not be prepared yet',
  retry: 'Try again',
  active: {
    title: 'You are practising',
    token: 'Token',
    pin: 'PIN',
    pinText: '{{pin}} (the same for everybody, and no secret)',
  },
  leave: {
    title: 'Back to real work',
    text: 'Pena closes and opens again without practice mode. What you practised stays for another time.',
    room: 'This computer is set up as a training computer (PENA_PRACTICE), so practice mode cannot be left from here.',
  },
  reset: {
    title: 'Delete everything of practice mode',
    text: 'The practice token, settings, journal and practice cases are deleted, and Pena opens again without practice mode. PDFs that you saved stay.',
    button: 'Delete practice…',
    confirm: 'Delete all of it? This cannot be undone.',
    yes: 'Delete and leave',
    no: 'Do not delete',
  },
  home: {
    title: 'Would you like to try first?',
    text: 'In practice mode you sign with a practice token; nothing is for real.',
    button: 'Practice',
  },
  settings: 'Try Pena with a practice token, apart from everything real.',
} as const;
