// The icons, drawn for this program on a 24-unit grid, in the colour of the text beside them.
import type { ReactNode } from 'react';

interface IconProps {
  /** CSS pixels. */
  readonly size?: number;
}

/** Decorative by design: the word beside an icon says what it means. */
function icon(children: ReactNode) {
  return function Icon({ size = 20 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
    );
  };
}

export const HomeIcon = icon(
  <>
    <path d="M4 11.2 12 4l8 7.2V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z" />
    <path d="M9.5 20v-6h5v6" />
  </>,
);

export const PenIcon = icon(
  <>
    <path d="M4.5 19.5 6 13.6 15.4 4.2a2 2 0 0 1 2.8 0l1.6 1.6a2 2 0 0 1 0 2.8L10.4 18z" />
    <path d="m13.6 6 4.4 4.4" />
    <path d="M4 21h16" />
  </>,
);

export const VerifyIcon = icon(
  <>
    <path d="M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h4" />
    <path d="M13 3v4a1 1 0 0 0 1 1h4l-5-5Z" />
    <path d="M18 8v3" />
    <path d="m14 17.5 2.3 2.3L20.5 15" />
  </>,
);

export const TokenIcon = icon(
  <>
    <rect x="3.5" y="8" width="12" height="8" rx="2" />
    <path d="M15.5 9.8h4.2a.8.8 0 0 1 .8.8v2.8a.8.8 0 0 1-.8.8h-4.2" />
    <circle cx="7.6" cy="12" r="1.2" />
    <path d="M8.8 12h3.4" />
  </>,
);

export const LetterIcon = icon(
  <>
    <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
    <path d="m4.5 7.5 7.5 5.8 7.5-5.8" />
  </>,
);

export const LostKeyIcon = icon(
  <>
    <circle cx="8" cy="15.5" r="4" />
    <path d="m10.9 12.7 8.6-8.6M16.2 7.4l2.6 2.6" />
    <path d="M4 4.5v4M4 11v.1" strokeWidth="2.2" />
  </>,
);

export const DeskIcon = icon(
  <>
    <path d="M3.5 13.5 6 5h12l2.5 8.5V19h-17z" />
    <path d="M3.5 13.5H9a3 3 0 0 0 6 0h5.5" />
  </>,
);

export const SettingsIcon = icon(
  <>
    <path d="M4 7h9M18 7h2M4 17h2M11 17h9" />
    <circle cx="15.5" cy="7" r="2.5" />
    <circle cx="8.5" cy="17" r="2.5" />
  </>,
);

export const CheckIcon = icon(<path d="m5 12.8 4.4 4.4L19.2 7.4" />);
export const CrossIcon = icon(<path d="m6.5 6.5 11 11m0-11-11 11" />);

export const PassedIcon = icon(
  <>
    <path d="M12 3 5 5.8v5.4c0 4.4 2.9 8 7 9.8 4.1-1.8 7-5.4 7-9.8V5.8z" />
    <path d="m8.8 12 2.3 2.3 4.2-4.4" />
  </>,
);

export const FailedIcon = icon(
  <>
    <path d="M8.4 3.5h7.2l4.9 4.9v7.2l-4.9 4.9H8.4l-4.9-4.9V8.4z" />
    <path d="m9.2 9.2 5.6 5.6m0-5.6-5.6 5.6" />
  </>,
);

export const UncertainIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.8" />
    <path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7" />
    <path d="M12 16.6v.1" strokeWidth="2.4" />
  </>,
);

export const UnsignedIcon = icon(
  <>
    <path d="M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5z" />
    <path d="M13.5 3v4.5a1 1 0 0 0 1 1H19" />
    <path d="M9 14h6" />
  </>,
);

export const AlertIcon = icon(
  <>
    <path d="M10.7 4.6 3.4 17.5A1.6 1.6 0 0 0 4.8 20h14.4a1.6 1.6 0 0 0 1.4-2.5L13.3 4.6a1.5 1.5 0 0 0-2.6 0Z" />
    <path d="M12 10v4" />
    <path d="M12 17v.1" strokeWidth="2.4" />
  </>,
);

/** Trying out: a cap of those who learn. */
export const PracticeIcon = icon(
  <>
    <path d="M2.8 9.4 12 5l9.2 4.4L12 13.8z" />
    <path d="M6.6 11.4v4.4c1.4 1.5 3.2 2.2 5.4 2.2s4-.7 5.4-2.2v-4.4" />
    <path d="M21.2 9.6v5.2" />
  </>,
);

export const FileIcon = icon(
  <>
    <path d="M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5z" />
    <path d="M13.5 3v4.5a1 1 0 0 0 1 1H19" />
    <path d="M8.5 13h7M8.5 16.5h4.5" />
  </>,
);

export const DropIcon = icon(
  <>
    <path d="M12 4v10m0 0 3.8-3.8M12 14 8.2 10.2" />
    <path d="M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />
  </>,
);

export const FolderIcon = icon(
  <path d="M3.5 7a2 2 0 0 1 2-2h3.6l2.2 2.4h7.2a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2z" />,
);

export const RefreshIcon = icon(
  <>
    <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4" />
    <path d="M19.8 3.6v4h-4" />
  </>,
);

export const LockIcon = icon(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2.2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v2" />
  </>,
);

export const KeypadIcon = icon(
  <>
    <rect x="5" y="3.5" width="14" height="17" rx="2.2" />
    <path d="M9 8h6" />
    <path d="M9 12.5v.1M12 12.5v.1M15 12.5v.1M9 16v.1M12 16v.1M15 16v.1" strokeWidth="2.4" />
  </>,
);

export const PlusIcon = icon(<path d="M12 5.5v13M5.5 12h13" />);
export const MinusIcon = icon(<path d="M5.5 12h13" />);
export const ChevronUpIcon = icon(<path d="m6 14.5 6-6 6 6" />);
export const ChevronDownIcon = icon(<path d="m6 9.5 6 6 6-6" />);
export const ChevronRightIcon = icon(<path d="m9.5 6 6 6-6 6" />);

export const FitWidthIcon = icon(
  <>
    <path d="M4 5v14M20 5v14M7.5 12h9" />
    <path d="m10 9.5-2.5 2.5 2.5 2.5M14 9.5l2.5 2.5-2.5 2.5" />
  </>,
);

export const FitPageIcon = icon(
  <>
    <rect x="6.5" y="3.5" width="11" height="17" rx="1.6" />
    <path d="m10 9 2-2 2 2M10 15l2 2 2-2" />
  </>,
);

/** The mark of the program: the nib of a pen on a field. */
export function BrandMark({ size = 36 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="10" fill="var(--fill)" />
      <path
        d="M18 7.5c3.6 4.6 6 9 6 12.4 0 1.7-.6 3.2-1.6 4.6h-8.8A7.7 7.7 0 0 1 12 19.9c0-3.4 2.4-7.8 6-12.4Z"
        fill="var(--on-fill)"
      />
      <path d="M18 8.5v8" stroke="var(--fill)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="18" cy="18.6" r="2" fill="var(--fill)" />
      <path d="M13.4 28.3h9.2" stroke="var(--on-fill)" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
