// Pengiriman kepada Otoritas Pendaftaran: jalur dan percobaannya.
export const delivery = {
  ways: {
    https: 'Langsung ke {{where}} (HTTPS)',
    email: 'E-mail ke {{where}}',
    cmp: 'Ke penerbit, {{where}} (CMP)',
    package: 'Berkas paket ke {{where}}',
  },
  attempts: 'Percobaan pengiriman',
  taken: 'diserahkan',
  channels: {
    https: 'Langsung (HTTPS)',
    email: 'E-mail',
    cmp: 'Penerbit (CMP)',
    file: 'Berkas paket',
  },
  next: 'Percobaan berikutnya {{date}}',
} as const;
