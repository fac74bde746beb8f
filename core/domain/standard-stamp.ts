// The design that is drawn where nobody chose one. resources/stamps/standar.json says the same (tested).
import { stampDesign, type LoadedStampDesign } from './stamp-design.ts';

const GREY = '#51606f';

export const STANDARD_STAMP: LoadedStampDesign = {
  images: new Map(),
  design: stampDesign.parse({
    format: 1,
    id: 'standar',
    title: { id: 'Standar', en: 'Standard' },
    size: { width: 200, height: 70 },
    border: { width: 0.75, colour: '#0b5c6b' },
    background: '#ffffff',
    elements: [
      { kind: 'qr', place: { dock: 'lead', share: 0.33333333 }, contents: ['{qr}'] },
      {
        kind: 'text',
        place: 'rest',
        lines: [
          { text: '{position}', scale: 0.9 },
          { text: 'Ditandatangani secara elektronik oleh', scale: 0.78, colour: GREY },
          { text: '{name}', bold: true },
          { text: '[{place}, ]{time}', scale: 0.78, colour: GREY },
          { text: '{reason}', scale: 0.78, colour: GREY },
        ],
      },
    ],
  }),
};
