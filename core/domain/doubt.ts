// Why something was not entered by a search over folders.
export const SKIP_REASONS = ['link', 'too-deep', 'unreadable', 'not-a-file', 'limit'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
