// The pictures of the mark, drawn for this program on a 48-unit grid, each in colours of its own so that it
// is known at a glance. The word beside a picture says what it shows.
import type { ReactNode } from 'react';
import type { MarkPicture } from '../../../core/domain/window-mark.ts';

const DRAWINGS: Readonly<Record<MarkPicture, ReactNode>> = {
  boat: (
    <>
      <path fill="#c2571a" d="M5 31h38l-6 10H11z" />
      <path fill="#e8eef2" d="M22 6v22H9z" />
      <path fill="#f2b441" d="M26 10v18h12z" />
      <path fill="#5b3a1e" d="M22 5h3v26h-3z" />
    </>
  ),
  mountain: (
    <>
      <path fill="#4b6b4f" d="M3 41 19 11l16 30z" />
      <path fill="#6f9272" d="m24 41 10-19 11 19z" />
      <path fill="#fff" d="m19 11 5 9-4-2-3 3-2-3-2 2z" />
    </>
  ),
  tree: (
    <>
      <path fill="#6b4423" d="M21 28h6v15h-6z" />
      <circle fill="#2e7d46" cx="24" cy="18" r="13" />
      <circle fill="#49a063" cx="19" cy="14" r="5" />
    </>
  ),
  star: (
    <path fill="#d99a1c" d="m24 4 6 13 14 1.5-10.5 9.5 3 14L24 34.8 11.5 42l3-14L4 18.5 18 17z" />
  ),
  house: (
    <>
      <path fill="#b5412f" d="M24 6 3 24h42z" />
      <path fill="#e9d8b4" d="M9 24h30v18H9z" />
      <path fill="#5b3a1e" d="M20 29h8v13h-8z" />
    </>
  ),
  fish: (
    <>
      <path fill="#1f7ea8" d="M4 24c6-11 20-14 29-4l10-8v24l-10-8C24 38 10 35 4 24z" />
      <circle fill="#fff" cx="13" cy="22" r="3" />
      <circle fill="#12303f" cx="13" cy="22" r="1.5" />
    </>
  ),
  flower: (
    <>
      <path fill="#3c8a4d" d="M22.5 26h3v18h-3z" />
      <circle fill="#d65a8a" cx="24" cy="10" r="7" />
      <circle fill="#d65a8a" cx="34" cy="18" r="7" />
      <circle fill="#d65a8a" cx="30" cy="28" r="7" />
      <circle fill="#d65a8a" cx="18" cy="28" r="7" />
      <circle fill="#d65a8a" cx="14" cy="18" r="7" />
      <circle fill="#f6cf57" cx="24" cy="20" r="6" />
    </>
  ),
  umbrella: (
    <>
      <path
        fill="#7a3fa0"
        d="M4 25a20 18 0 0 1 40 0c-3-4-7-4-10 0-3-4-7-4-10 0-3-4-7-4-10 0-3-4-7-4-10 0z"
      />
      <path
        fill="none"
        stroke="#4a4a55"
        strokeWidth="3"
        strokeLinecap="round"
        d="M24 24v15a4 4 0 0 0 8 0"
      />
    </>
  ),
  sun: (
    <>
      <circle fill="#eda41f" cx="24" cy="24" r="10" />
      <path
        stroke="#eda41f"
        strokeWidth="3.5"
        strokeLinecap="round"
        d="M24 4v6m0 28v6M4 24h6m28 0h6M10 10l4 4m20 20 4 4m0-28-4 4M14 34l-4 4"
      />
    </>
  ),
  moon: <path fill="#5866b3" d="M32 6a19 19 0 1 0 10 27A17 17 0 0 1 32 6z" />,
  leaf: (
    <>
      <path fill="#4f9a3d" d="M8 40C6 18 20 6 42 6c1 22-10 36-34 34z" />
      <path
        fill="none"
        stroke="#e4f1df"
        strokeWidth="2.5"
        strokeLinecap="round"
        d="M6 44 32 16M18 31V20m6 5h10"
      />
    </>
  ),
  cup: (
    <>
      <path fill="none" stroke="#9b5a2a" strokeWidth="4" d="M34 22h4a6 6 0 0 1 0 12h-5" />
      <path fill="#c9773b" d="M8 17h27v16a8 8 0 0 1-8 8H16a8 8 0 0 1-8-8z" />
      <path
        fill="none"
        stroke="#8893a0"
        strokeWidth="2.5"
        strokeLinecap="round"
        d="M16 12c-2-3 2-4 0-7m9 7c-2-3 2-4 0-7"
      />
    </>
  ),
  bell: (
    <>
      <path fill="#c79a1b" d="M24 5a13 13 0 0 1 13 13v11l5 7H6l5-7V18A13 13 0 0 1 24 5z" />
      <circle fill="#8a6a10" cx="24" cy="40" r="4" />
    </>
  ),
  kite: (
    <>
      <path fill="#d23f5e" d="M30 4 12 14l6 20z" />
      <path fill="#2f7fc1" d="m30 4 8 18-20 12z" />
      <path
        fill="none"
        stroke="#4a4a55"
        strokeWidth="2.5"
        strokeLinecap="round"
        d="M18 34c-6 2-2 6-8 9"
      />
    </>
  ),
  bird: (
    <>
      <path fill="#158579" d="M4 34c10 0 8-20 22-20 8 0 12 5 12 11 0 8-8 15-18 15-7 0-12-2-16-6z" />
      <path fill="#eda41f" d="m37 20 8 3-8 4z" />
      <circle fill="#fff" cx="31" cy="21" r="2.5" />
      <path fill="#0d5f56" d="M14 30c6-8 12-8 15-5-2 6-8 9-15 5z" />
    </>
  ),
  book: (
    <>
      <path fill="#8c2f39" d="M4 9c8-3 15-2 20 2v30c-5-4-12-5-20-2z" />
      <path fill="#b14a54" d="M44 9c-8-3-15-2-20 2v30c5-4 12-5 20-2z" />
      <path
        stroke="#f4e3d7"
        strokeWidth="2.5"
        d="M9 17c4-1 7 0 10 2m20-2c-4-1-7 0-10 2M9 25c4-1 7 0 10 2m20-2c-4-1-7 0-10 2"
      />
    </>
  ),
};

interface Props {
  readonly picture: MarkPicture;
  /** CSS pixels. */
  readonly size: number;
}

export function MarkPictureDrawing({ picture, size }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[picture]}
    </svg>
  );
}
