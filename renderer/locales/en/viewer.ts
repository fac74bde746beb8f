// Texts of the document viewer.
export const viewer = {
  label: 'Document {{name}}',
  toolbar: 'Viewer tools',
  page: 'Page {{n}}',
  pageInput: 'Page in view',
  ofPages: 'of {{formatted}}',
  previous: 'Previous page',
  next: 'Next page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: 'Zoom {{percent}}%',
  fitWidth: 'Fit the width',
  fitPage: 'Fit one page',
  loading: 'Loading document',
  failed: 'The pages cannot be shown. Your file was not changed.',
  protected: 'This document is protected by a password, so its pages cannot be shown.',
  pageFailed: 'This page cannot be drawn.',
} as const;
