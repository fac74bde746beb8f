// What the shell hands to the view of signing.
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import type { SigningRun } from './use-signing-run.ts';

export interface SignViewProps {
  readonly document: OpenedDocument | null;
  readonly busy: boolean;
  readonly settings: Settings;
  readonly tokens: TokensState;
  readonly run: SigningRun;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onClose: () => void;
  /** The same document was opened with another password. */
  readonly onOpened: (document: OpenedDocument) => void;
  readonly onTokens: () => void;
  readonly onSettings: () => void;
  readonly onVerify: (signed: OpenedDocument) => void;
}
