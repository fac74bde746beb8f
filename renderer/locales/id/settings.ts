// Teks pengaturan.
export const settings = {
  title: 'Pengaturan',
  subtitle: 'Berlaku segera dan hanya di komputer ini',
  language: 'Bahasa',
  languages: { id: 'Bahasa Indonesia', en: 'English' },
  zone: 'Zona waktu',
  zoneHint: 'Untuk waktu pada stempel dan pada layar',
  zones: {
    WIB: 'WIB · Barat',
    WITA: 'WITA · Tengah',
    WIT: 'WIT · Timur',
  },
  position: 'Jabatan',
  positionHint: 'Usulan untuk stempel, misalnya "Sekretaris Daerah". Boleh kosong.',
  colorScheme: 'Tampilan',
  colorSchemes: { auto: 'Ikuti sistem', light: 'Terang', dark: 'Gelap' },
  saved: 'Pengaturan disimpan.',
} as const;
