// Texts of the settings.
export const settings = {
  title: 'Settings',
  subtitle: 'Takes effect at once, on this computer only',
  language: 'Language',
  languages: { id: 'Bahasa Indonesia', en: 'English' },
  zone: 'Time zone',
  zoneHint: 'For the time on the stamp and on the screen',
  zones: {
    WIB: 'WIB · West',
    WITA: 'WITA · Central',
    WIT: 'WIT · East',
  },
  position: 'Position',
  positionHint: 'Suggested for the stamp, for example "Sekretaris Daerah". May be empty.',
  colorScheme: 'Appearance',
  colorSchemes: { auto: 'Follow the system', light: 'Light', dark: 'Dark' },
  saved: 'Settings saved.',
} as const;
