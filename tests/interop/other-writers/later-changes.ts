// The kinds of later changes that later.py makes with other programs, and what each must be judged to be.
import type { ReasonCode } from '../../../core/domain/reason-code.ts';
import type { Modification } from '../../../core/domain/indication.ts';

export interface Expected {
  readonly modification: Modification;
  /**
   * kept: nothing is held against the signature; asked: a person must look (INDETERMINATE, the reason named);
   * refused: TOTAL_FAILED.
   */
  readonly verdict: 'kept' | 'asked' | 'refused';
  /** Told of the first signature. */
  readonly code: ReasonCode;
}

const kept = (modification: Modification): Expected => ({
  ...{ modification, verdict: 'kept', code: 'LATER_CHANGES_ALLOWED' },
});
const asked = (modification: Modification, code: ReasonCode): Expected => ({
  ...{ modification, verdict: 'asked', code },
});
const refused = (code: ReasonCode): Expected => ({
  modification: 'OTHER',
  verdict: 'refused',
  code,
});

export const LATER_CHANGES: Readonly<Record<string, Expected>> = {
  'validation data (pyHanko)': kept('LTA_UPDATES'),
  'validation data and time stamp (pyHanko)': kept('LTA_UPDATES'),
  'further signature (pyHanko)': kept('FORM_FILLING'),
  'further signature, visible (pyHanko)': kept('FORM_FILLING'),
  'form filled in (pyHanko)': kept('FORM_FILLING'),
  'metadata (pyHanko)': kept('LTA_UPDATES'),
  'page added (pypdf)': refused('PAGES_CHANGED'),
  'file attached (pypdf)': refused('NAMES_CHANGED'),
  'metadata (PyMuPDF)': kept('LTA_UPDATES'),
  'form filled in (PyMuPDF)': kept('FORM_FILLING'),
  'text marked (PyMuPDF)': asked('ANNOTATIONS', 'COMMENTS_UNFORESEEN'),
  'note (PyMuPDF)': asked('ANNOTATIONS', 'COMMENTS_UNFORESEEN'),
  'text over text (PyMuPDF)': asked('ANNOTATIONS', 'CONTENT_MAY_BE_COVERED'),
  'text on the page (PyMuPDF)': refused('PAGE_CONTENT_CHANGED'),
  'text removed (PyMuPDF)': refused('PAGE_CONTENT_CHANGED'),
  'page removed (PyMuPDF)': refused('PAGES_CHANGED'),
};
