// Signatures that are right, over files that leave open what is shown: an object that reaches into the gap which no
// signature covers, so that a page changes with what may be written there; entries twice; an end that leads nowhere,
// behind which stands what viewers show that repair the file.
import { createHash } from 'node:crypto';
import { baseDocument, PART } from '../support/base-document.ts';
import { cmsOver } from '../support/in-memory.ts';
import { bodyOf, startXref, update, withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

const HEXADECIMAL = '0'.repeat(8000);
const NUMBER = '0'.repeat(10);
const VALUE = `/ByteRange [0 ${NUMBER} ${NUMBER} ${NUMBER}] /Contents `;

/** A signature by hand in the field that was foreseen. `spoil` is done before it is made, and keeps its value. */
function byHand(
  name: string,
  named: Attack['named'],
  entries: string,
  spoil: (file: Buffer) => Buffer = (file) => file,
): Attack {
  return {
    name: `signed like that: ${name}`,
    named,
    build: () => {
      const base = baseDocument();
      const value = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${entries}<${HEXADECIMAL}> >>`;
      const file = spoil(
        update(base, {
          objects: { [PART.empty]: withEntry(base, PART.empty, 'V', '60 0 R'), 60: value },
        }),
      );
      const from = file.lastIndexOf(`<${HEXADECIMAL}>`);
      const to = from + HEXADECIMAL.length + 2;
      const range = [from, to, file.length - to].map((n) => String(n).padStart(10, '0')).join(' ');
      file.write(range, file.lastIndexOf(`[0 ${NUMBER}`) + 3, 'latin1');
      const digest = createHash('sha256').update(file.subarray(0, from)).update(file.subarray(to));
      file.write(Buffer.from(cmsOver(digest.digest())).toString('hex'), from + 1, 'latin1');
      return Promise.resolve(file);
    },
  };
}

/** The second page drawn with what stands in the gap. */
const intoTheGap = (file: Buffer): Buffer => {
  const at = file.lastIndexOf('61 0 obj');
  return update(file, {
    objects: { [PART.second]: withEntry(file, PART.second, 'Contents', '61 0 R') },
    offsets: { 61: at },
  });
};

const STREAM = `61 0 obj << /Length ${HEXADECIMAL.length + 2} >> stream\n`;

export const HELD_ATTACKS: readonly Attack[] = [
  byHand(
    'a stream begins in a comment of the signature and reaches into its gap',
    'BYTE_RANGE_INVALID',
    `${VALUE}%${STREAM}`,
    intoTheGap,
  ),
  byHand(
    'a stream begins in a string of the signature and reaches into its gap',
    'BYTE_RANGE_INVALID',
    `/Reason (${STREAM}) ${VALUE}`,
    intoTheGap,
  ),
  byHand('/ByteRange twice', 'BYTE_RANGE_INVALID', `/ByteRange [0 1 2 3] ${VALUE}`),
  byHand('/Contents twice', 'BYTE_RANGE_INVALID', `/Contents <3000> ${VALUE}`),
  byHand('/SubFilter twice', 'BYTE_RANGE_INVALID', `/SubFilter /adbe.x509.rsa_sha1 ${VALUE}`),
  byHand('an end that leads nowhere', 'COVERAGE_PARTIAL', VALUE, (file) =>
    Buffer.concat([file, Buffer.from('startxref\n9\n%%EOF\n')]),
  ),
  byHand('other contents, a section cut short', 'COVERAGE_PARTIAL', VALUE, (file) => {
    const forged = update(file, { objects: { [PART.second]: bodyOf(file, PART.second) } });
    const cut = forged.subarray(0, forged.lastIndexOf('trailer'));
    const end = Buffer.from(`trailer\n<< /Root 1 0 R\nstartxref\n${startXref(forged)}\n%%EOF\n`);
    return Buffer.concat([cut, end]);
  }),
];
