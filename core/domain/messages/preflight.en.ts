// What is found before signing, in English. {braces} are filled from a finding's parameters.
import type { PreflightCode } from '../preflight.ts';

export const PREFLIGHT_EN: Readonly<Record<PreflightCode, string>> = {
  ENCRYPTED: 'This document is encrypted; it stays encrypted when it is signed.',
  SIGNED: 'Signatures and time stamps already in this document: {count}.',
  CERTIFIED: 'Its author has certified the document, which limits changes ({level}).',
  FIELDS_WAITING: 'Signature fields that are still empty ({count}): {names}.',
  XFA: 'An XFA form: what is seen can differ from one program to another.',
  JAVASCRIPT: 'The document holds programs (JavaScript: {count}), which can change its look.',
  LAUNCHES_PROGRAMS: 'The document can start other programs (places: {count}).',
  EMBEDDED_FILES: 'The document holds other files ({count}), which are signed along with it.',
  EXTERNAL_CONTENT:
    'A part of the content (pieces: {count}) lies outside this file and can change.',
  FONTS_NOT_EMBEDDED:
    'Fonts not embedded ({count}: {names}); how the text looks depends on the reader’s computer.',
  LAYERS: 'The document has layers that can be shown or hidden after it is signed.',
  ALTERNATE_IMAGES: 'Images with an alternate that may be shown elsewhere: {count}.',
  APPEARANCES_MADE_BY_VIEWER:
    'How form entries look is made by the reading program, and so can differ.',
  PAGES_ROTATED: 'Pages that are turned: {pages}.',
  PAGES_CROPPED: 'Pages of which a part is hidden (cropped): {pages}.',
  KEY_REPEATED:
    'One entry (/{key}) is written twice with different contents, so different programs may show different documents.',
  DAMAGED: 'A part of the file’s structure is damaged[: {count} objects cannot be read].',
  NOT_FULLY_INSPECTED: 'This document is too large to be looked over completely before signing.',
};
