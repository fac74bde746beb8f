// The views of the main window and the order they stand in the menu; the desk only where this computer has one.
import {
  DeskIcon,
  FolderIcon,
  HomeIcon,
  LostKeyIcon,
  PenIcon,
  SettingsIcon,
  TokenIcon,
  VerifyIcon,
} from '../components/icons.tsx';

export const VIEWS = [
  'home',
  'sign',
  'batch',
  'verify',
  'tokens',
  'lost-key',
  'desk',
  'settings',
] as const;
type MenuView = (typeof VIEWS)[number];
/** `doctor` is reached from the tokens and stands in no menu. */
export type View = MenuView | 'doctor';

export const VIEW_ICONS = {
  home: HomeIcon,
  sign: PenIcon,
  batch: FolderIcon,
  verify: VerifyIcon,
  tokens: TokenIcon,
  'lost-key': LostKeyIcon,
  desk: DeskIcon,
  settings: SettingsIcon,
} as const satisfies Record<MenuView, unknown>;
