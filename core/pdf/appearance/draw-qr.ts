// A QR code drawn on a page as filled squares.
import { fill, type PDFPage, rectangle, setFillingColor } from 'pdf-lib';
import { colourOf } from './colour.ts';
import { qrModules } from './qr-code.ts';
import { fitIn, type Room } from './room.ts';

/** As large as the room allows, in its middle; the code's own quiet zone is its padding. */
export function drawQr(
  page: PDFPage,
  text: string,
  room: Room,
  { colour, margin }: { readonly colour: string; readonly margin: number },
): void {
  const { side, runs } = qrModules(text);
  const place = fitIn(room, margin, 1, 1);
  const module = place.width / side;
  const top = place.y + place.height;
  page.pushOperators(
    setFillingColor(colourOf(colour)),
    ...runs.map(({ column, row, length }) =>
      rectangle(place.x + column * module, top - (row + 1) * module, length * module, module),
    ),
    fill(),
  );
}
