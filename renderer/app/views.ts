// The views of the main window and the order they stand in the menu; the desk only where this computer has one.
import {
  DeskIcon,
  FolderIcon,
  HomeIcon,
  LetterIcon,
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
  'letters',
  'lost-key',
  'desk',
  'settings',
] as const;
type MenuView = (typeof VIEWS)[number];
/** These are reached from the tokens and stand in no menu. */
const TOKEN_PAGES = ['doctor', 'request'] as const;
/** Reached from the first screen, the settings and the program's own menu. */
const PRACTICE = 'practice';
export type View = MenuView | (typeof TOKEN_PAGES)[number] | typeof PRACTICE;

/** The entry of the menu under which a view is. */
export function menuViewOf(view: View): View {
  if (view === PRACTICE) return 'settings';
  return TOKEN_PAGES.some((page) => page === view) ? 'tokens' : view;
}

export const VIEW_ICONS = {
  home: HomeIcon,
  sign: PenIcon,
  batch: FolderIcon,
  verify: VerifyIcon,
  tokens: TokenIcon,
  letters: LetterIcon,
  'lost-key': LostKeyIcon,
  desk: DeskIcon,
  settings: SettingsIcon,
} as const satisfies Record<MenuView, unknown>;
