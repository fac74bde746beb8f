// Shared texts: the frame of the window, the token's state, errors, the drop area.
export const common = {
  brand: 'Pena',
  tagline: 'Electronic signature',
  skipToContent: 'Skip to content',
  nav: {
    label: 'Main menu',
    home: 'Home',
    sign: 'Sign',
    batch: 'Many documents',
    verify: 'Verify',
    tokens: 'Token & certificates',
    letters: 'Letters & applications',
    'lost-key': 'Lost key',
    desk: 'Registration desk',
    settings: 'Settings',
  },
  token: {
    label: 'Token state',
    reading: 'Reading token',
    readingHint: 'Usually takes a few seconds',
    present: 'Token connected',
    unusable: 'Token cannot be used',
    locked: 'Token PIN locked',
    absent: 'No token',
    absentHint: 'Verifying needs no token',
    validUntil: '{{label}} · valid until {{date}}',
    noCertificate: '{{label}} · no certificate to sign with',
    failed: 'Token not readable',
  },
  drop: {
    title: 'Drag a PDF here',
    or: 'or',
    choose: 'Choose a PDF file',
    release: 'Release to open',
    forDesk:
      'This file is for the desk of the Registration Authority, which this computer is not. Hand the file in there. Nothing was changed.',
    onlyPdf: 'Only PDF files can be opened. Nothing was changed.',
    onlyOne: 'One document at a time. Opened: {{name}}.',
    opening: 'Opening document',
    opened: '{{name}} is open.',
  },
  repair: {
    offer:
      'If this document is not signed yet, its objects can be put together into a new file. The original stays as it is.',
    start: 'Rebuild into a new file',
    done: 'Rebuilt into {{name}}. Look at it before you use it.',
    lost_one:
      'Rebuilt into {{name}}, but {{formatted}} part is not in the original any more. Look at it, and ask for another copy.',
    lost_other:
      'Rebuilt into {{name}}, but {{formatted}} parts are not in the original any more. Look at it, and ask for another copy.',
  },
  error: {
    code: 'Code: {{code}}',
    dismiss: 'Dismiss message',
    crashTitle: 'This part stopped because of a mistake of ours',
    crashText:
      'Your file was not changed. Open this part again; if it recurs, tell the help desk the code.',
    crashAgain: 'Open again',
    retry: 'Try again',
  },
  document: {
    close: 'Close document',
    closed: 'Document closed.',
    pages_one: '{{formatted}} page',
    pages_other: '{{formatted}} pages',
    noSignature: 'no signature yet',
    signatures_one: '{{formatted}} signature',
    signatures_other: '{{formatted}} signatures',
  },
  cancel: 'Cancel',
  refresh: 'Refresh',
  specimen: {
    none: 'No picture of a specimen signature yet.',
    choose: 'Choose a picture…',
    change: 'Choose another…',
    forget: 'Use it no more',
  },
} as const;
