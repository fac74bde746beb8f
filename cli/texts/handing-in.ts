// The words of `pena application`, in both languages.
import type { Language } from '../../core/domain/language.ts';
import type { DeliveryState } from '../../core/ports/report-channel.ts';

const ID = {
  description: 'Menyampaikan berkas paket permohonan kepada Otoritas Pendaftaran.',
  send: 'Mengirim berkas paket permohonan dengan cara yang ditetapkan kantor, sampai ada yang mengakuinya. Paket yang sama tetap satu permohonan.',
  status: 'Menanyakan keadaan satu paket permohonan kepada Otoritas Pendaftaran.',
  json: 'hasil sebagai JSON',
  letter: 'Surat',
  notBy: (way: string) => `Tidak terkirim dengan cara ini: ${way}`,
  states: {
    sent: 'terkirim; tidak ada yang mengabarkan bahwa sudah sampai',
    received:
      'diterima Otoritas Pendaftaran, dengan tanda terima yang ditandatangani; belum diputus',
    accepted: 'permohonan disetujui Otoritas Pendaftaran',
    rejected: 'permohonan ditolak Otoritas Pendaftaran',
  } satisfies Record<DeliveryState, string>,
  facts: {
    state: 'Keadaan',
    way: 'Cara',
    at: 'Waktu',
    note: 'Keterangan',
    digest: 'SHA-256 paket',
  },
};

const EN: typeof ID = {
  description: 'Hand application packages in to the registration authority.',
  send: 'Send an application package by the ways that the office lays down, until one acknowledges it. The same package stays one application.',
  status: 'Ask the registration authority how far an application package has come.',
  json: 'the result as JSON',
  letter: 'Letter',
  notBy: (way: string) => `Not sent by this way: ${way}`,
  states: {
    sent: 'sent; nobody tells whether it has arrived',
    received: 'received by the registration authority, with a signed receipt; not decided yet',
    accepted: 'accepted by the registration authority',
    rejected: 'rejected by the registration authority',
  },
  facts: { state: 'State', way: 'Way', at: 'Time', note: 'Note', digest: 'SHA-256 of the package' },
};

export function handingInTexts(language: Language): typeof ID {
  return language === 'id' ? ID : EN;
}
