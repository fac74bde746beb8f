// Where a document or a file that comes to the window leads: chosen, dropped, or opened by a view for another one.
import type { OpenedDocument } from '../../core/contract/document.ts';
import { pena } from '../base/bridge.ts';
import type { SigningRun } from '../features/sign/use-signing-run.ts';
import { droppedKind } from './dropped-files.ts';
import type { OpenDocument } from './use-open-document.ts';
import type { Views } from './use-views.ts';
import type { View } from './views.ts';

export interface Arrivals {
  /** Where a document that is opened now belongs. */
  readonly here: View;
  /** Opened from `from`: on the home screen the document itself decides where it goes. */
  readonly arrived: (document: OpenedDocument | null, from: View) => void;
  readonly chooseFor: (from: View) => () => void;
  readonly dropFor: (from: View) => (files: readonly File[]) => void;
  /** Takes the place of the open document; what was signed last is left behind. */
  readonly replace: (document: OpenedDocument) => void;
  readonly close: () => void;
}

/** @param desk whether this computer has a registration authority's desk */
export function useArrivals(
  views: Views,
  open: OpenDocument,
  run: SigningRun,
  desk: boolean,
): Arrivals {
  const { view, go, leave } = views;
  /** Leaves the result of the last signing behind, and gives its handle back to main. */
  const forgetRun = (): void => {
    if (run.state.kind === 'done') {
      void pena().call('document.close', { document: run.state.signed.signed.document });
    }
    run.reset();
  };
  const close = (): void => {
    forgetRun();
    open.close();
  };
  const arrived = (document: OpenedDocument | null, from: View): void => {
    if (document === null) return;
    forgetRun();
    if (from === 'home') go(document.signatureCount > 0 ? 'verify' : 'sign');
    else go(from);
  };
  const dropFor = (from: View) => (files: readonly File[]) => {
    const dropped = droppedKind(files);
    if (dropped.kind === 'request') leave({ acknowledging: dropped.file }, 'lost-key');
    else if (dropped.kind === 'package' && desk) leave({ packed: dropped.file }, 'desk');
    else if (from !== 'sign' && view !== 'batch' && dropped.kind === 'many') {
      if (open.current !== null) close();
      leave({ bulk: files }, 'verify');
    } else void open.drop(files).then((document) => arrived(document, from));
  };
  return {
    here: view === 'sign' || view === 'verify' ? view : 'home',
    ...{ arrived, dropFor, close },
    chooseFor: (from) => () => void open.choose().then((document) => arrived(document, from)),
    replace: (document) => {
      forgetRun();
      open.replace(document);
    },
  };
}
