// A4 and its margins, in points (ISO 216).

export const PAGE = { width: 595.28, height: 841.89 };

export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
