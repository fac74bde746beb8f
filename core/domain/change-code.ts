// What later revisions of a signed document changed. Each has a sentence in messages/, as reasons have.

/** Changes that a rule explains entirely, mildest first. */
export const EXPLAINED_CHANGES = [
  'VALIDATION_DATA_ADDED',
  'DOCUMENT_TIMESTAMP_ADDED',
  'METADATA_CHANGED',
  'EXTENSIONS_CHANGED',
  'SIGNATURE_ADDED',
  'SIGNATURE_FIELD_ADDED',
  'FIELD_FILLED',
  'FORM_EXTENDED',
  'STRUCTURE_EXTENDED',
  'ANNOTATION_ADDED',
  'ANNOTATION_CHANGED',
  'ANNOTATION_REMOVED',
] as const;

/** Changes that may be meant well and after which nobody can be sure what a viewer shows. */
export const DOUBTFUL_CHANGES = [
  'APPEARANCE_WITHOUT_VALUE',
  'VALUE_NOT_SHOWN',
  'FIELDS_DRAWN_ANEW',
  'CONTENT_MAY_BE_COVERED',
  'STAMP_COVERS_TEXT',
  'STAMP_ALTERS_TEXT',
  'STAMP_ON_UNREAD_PICTURE',
  'READ_ONLY_FIELD_FILLED',
] as const;

/** Changes that no rule explains. */
export const FORBIDDEN_CHANGES = [
  'PAGE_CONTENT_CHANGED',
  'FONT_CHANGED',
  'GRAPHIC_CHANGED',
  'PAGES_CHANGED',
  'SIGNED_FIELD_CHANGED',
  'SIGNATURE_VALUE_CHANGED',
  'SIGNATURE_VALUE_SHARED',
  'SIGNATURE_FORGED',
  'STAMP_WITHOUT_SIGNATURE',
  'FIELD_CHANGED',
  'FIELD_ADDED',
  'FIELD_REMOVED',
  'FORM_CHANGED',
  'ANNOTATION_ACTS',
  'ACTIONS_CHANGED',
  'LAYERS_CHANGED',
  'NAMES_CHANGED',
  'NAVIGATION_CHANGED',
  'STRUCTURE_CHANGED',
  'PERMISSIONS_CHANGED',
  'CATALOG_REPLACED',
  'DOCUMENT_CHANGED',
] as const;

export const CHANGE_CODES = [
  ...EXPLAINED_CHANGES,
  ...DOUBTFUL_CHANGES,
  ...FORBIDDEN_CHANGES,
] as const;
export type DoubtfulChange = (typeof DOUBTFUL_CHANGES)[number];
export type ForbiddenChange = (typeof FORBIDDEN_CHANGES)[number];
export type ChangeCode = (typeof CHANGE_CODES)[number];
