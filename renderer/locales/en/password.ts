// Texts of the window for a document's password.
export const password = {
  titleOpen: 'Enter the password of the document',
  titleOwner: 'Enter the owner password of the document',
  titleComplete: 'Enter the password of the document',
  document: 'Document',
  whyOpen: 'This document is encrypted and opens only with its password.',
  whyOwner: 'What the author of the document restricts takes the owner password.',
  whyComplete: 'This encrypted document waits for proof that is not complete yet.',
  whyBatch:
    'This document is encrypted. Its password is also tried on the other documents of the batch that are locked.',
  password: 'Password',
  keep: 'The password is not kept, and is forgotten when the document is closed.',
  keepBatch: 'The password is not kept, and is forgotten when the batch is done or closed.',
  wrong: 'That password does not fit. Check capital and small letters, then try again.',
  empty: 'Type the password first.',
  waiting: 'Trying the password…',
  submit: 'Open',
  cancel: 'Cancel',
  close: 'Close',
  failed: 'The window for the password could not be prepared. The document is not opened.',
} as const;
