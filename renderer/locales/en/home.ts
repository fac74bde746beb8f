// Texts of the home screen.
export const home = {
  greeting: {
    morning: 'Good morning',
    midday: 'Good day',
    afternoon: 'Good afternoon',
    evening: 'Good evening',
  },
  question: 'What would you like to do?',
  sign: {
    title: 'Sign a document',
    text: 'Put an electronic signature on a PDF with your token. The original file is not changed.',
  },
  verify: {
    title: 'Verify a document',
    text: 'See who signed, when, and whether the content is still intact.',
  },
  drop: 'A signed PDF opens for verification, an unsigned one for signing.',
  mark: {
    title: 'The PIN window bears no mark yet',
    text: 'With a picture and a word of your own choice you can tell the real PIN window from a fake.',
    choose: 'Choose a mark',
    later: 'Not now',
  },
  open: {
    title: 'Open now',
    sign: 'Sign',
    verify: 'Verify',
  },
} as const;
