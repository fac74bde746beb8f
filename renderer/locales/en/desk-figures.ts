// Yearly figures for the Dinas (Pasal 24(3)).
export const deskFigures = {
  title: 'Yearly figures',
  text: 'Counted from the journals that the office’s computers have exported ("pena journal export"). A record counts once.',
  year: 'Year',
  yearWrong: 'Type the year in four digits.',
  choose: 'Choose journals and count…',
  of: 'The year {{year}}',
  rows: {
    signed: 'Documents signed',
    refused: 'Signings refused',
    certificates: 'Certificates used',
    reportedLost: 'Reported lost, damaged or inaccessible',
    records: 'Records',
    journals: 'Journals',
  },
  disguised:
    'In disguised exports a certificate that was used on several computers counts in each of them.',
  saveTable: 'Save the table (CSV)…',
  saved: 'The table was saved.',
  letter: 'Letter of the yearly report',
  letterText:
    'To Wali Kota, Gubernur, Kepala BSSN and Kepala BSrE. What is left empty becomes dots.',
  fields: {
    number: 'Number of the yearly letter',
    place: 'Place of the letter',
    city: 'City',
    province: 'Province',
    signerName: 'Who signs',
    signerPosition: 'Position of who signs',
    signerNip: 'NIP of who signs',
    remarks: 'Problems and what was done',
  },
  writeLetter: 'Write the yearly letter…',
  written: 'The letter was saved.',
} as const;
