// A case with nothing in it but what the first report needs, and one with all its papers.
import type { LostKeyCase } from '../../../../core/lifecycle/lost-key/case.ts';

export const BARE: LostKeyCase = {
  id: '5f2b1c9e-6d3a-4b7f-8a10-2c4e6f8a0b1d',
  openedAt: '2026-11-24T14:10:00.000Z',
  reportedBy: 'owner',
  certificate: {
    source: 'registry',
    issuer: 'CN=PSrE Latihan, O=Contoh, C=ID',
    issuerName: null,
    serial: '1a2b3c4d',
    sha256: 'ab'.repeat(32),
    subject: 'CN=BUDI CONTOH, O=Contoh, C=ID',
    notAfter: '2027-05-15T00:00:00.000Z',
    type: 'individual',
  },
  ground: 'lost',
  event: {
    happenedAt: '2026-11-24T13:00:00.000Z',
    place: 'Samarinda',
    lastOwnUse: '2026-11-24T02:30:00.000Z',
    narrative: 'Token tidak ada lagi di dalam tas sepulang dari rapat.',
  },
  owner: {
    name: 'Budi Contoh, S.Kom.',
    nip: '198001012005011001',
    nik: null,
    rank: null,
    position: null,
    unit: null,
    email: 'budi@contoh.test',
  },
  superior: null,
  authorityReport: null,
  statement: null,
  reissueRequestedAt: null,
  events: [],
};

const scan = (name: string) => ({
  name,
  mediaType: 'application/pdf' as const,
  sha256: 'cd'.repeat(32),
});

export const WHOLE: LostKeyCase = {
  ...BARE,
  owner: {
    ...BARE.owner,
    nik: '6472010101800001',
    rank: 'Penata (III/c)',
    position: 'Kepala Bidang Persandian',
    unit: 'Dinas Contoh',
  },
  superior: { name: 'Siti Contoh, M.Si.', nip: '197001011995012001', position: 'Kepala Dinas' },
  authorityReport: {
    agency: 'Polsek Contoh',
    number: 'LP/123/XI/2026',
    date: '2026-11-25',
    scan: scan('laporan.pdf'),
  },
  statement: { copy: scan('surat-keterangan.pdf'), signedByOwner: true, acknowledged: true },
  reissueRequestedAt: '2026-11-25T01:00:00.000Z',
};
