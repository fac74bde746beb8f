// The one document that is open in the window, however it was opened.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../core/contract/document.ts';
import type { Envelope, Failure } from '../../core/contract/shapes.ts';
import { announce } from '../base/announce.ts';
import { pena } from '../base/bridge.ts';
import { formatNumber } from '../base/format.ts';
import { languageOf } from '../base/i18n.ts';
import { droppedKind } from './dropped-files.ts';

export interface OpenDocument {
  readonly current: OpenedDocument | null;
  readonly failure: Failure | null;
  /** A remark about what was dropped ("one document at a time"). */
  readonly remark: string | null;
  readonly busy: boolean;
  /** Shows the system's dialog; resolves with the document, or null when none was opened. */
  readonly choose: () => Promise<OpenedDocument | null>;
  readonly drop: (files: readonly File[]) => Promise<OpenedDocument | null>;
  /** Rebuilds the broken document that could not be opened; resolves with what came of it. */
  readonly repair: () => Promise<OpenedDocument | null>;
  readonly replace: (document: OpenedDocument) => void;
  readonly close: () => void;
  readonly dismiss: () => void;
}

const looksLikePdf = (file: File): boolean =>
  file.type === 'application/pdf' || /\.pdf$/i.test(file.name);

export function useOpenDocument(): OpenDocument {
  const { t, i18n } = useTranslation('common');
  const [current, setCurrent] = useState<OpenedDocument | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [remark, setRemark] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const replace = useCallback((next: OpenedDocument | null): void => {
    setCurrent((before) => {
      if (before !== null && before.document !== next?.document) {
        void pena().call('document.close', { document: before.document });
      }
      return next;
    });
  }, []);

  const settle = useCallback(
    async (opening: Promise<Envelope<OpenedDocument | null>>): Promise<OpenedDocument | null> => {
      setBusy(true);
      const answer = await opening;
      setBusy(false);
      // Whoever leaves the window for a password knows why nothing opens.
      const left = !answer.ok && answer.error.code === 'CANCELLED';
      setFailure(answer.ok || left ? null : answer.error);
      if (!answer.ok || answer.value === null) return null;
      replace(answer.value);
      announce(t('drop.opened', { name: answer.value.name }));
      return answer.value;
    },
    [replace, t],
  );

  const choose = useCallback(() => {
    setRemark(null);
    return settle(pena().call('document.open', {}));
  }, [settle]);

  const drop = useCallback(
    async (files: readonly File[]) => {
      const file = files.find(looksLikePdf);
      setRemark(null);
      if (file === undefined) {
        // At the registration authority's desk it never comes here.
        const packed = droppedKind(files).kind === 'package';
        setRemark(t(packed ? 'drop.forDesk' : 'drop.onlyPdf'));
        return null;
      }
      if (files.length > 1) setRemark(t('drop.onlyOne', { name: file.name }));
      return settle(pena().openDropped(file));
    },
    [settle, t],
  );

  const repair = useCallback(async () => {
    setRemark(null);
    const asked = pena().call('document.repair', {});
    const opened = await settle(
      asked.then((answer) =>
        answer.ok ? { ok: true, value: answer.value?.opened ?? null } : answer,
      ),
    );
    const answer = await asked;
    if (!answer.ok) return null;
    // The offer stays where the dialog was left.
    if (answer.value === null) setFailure(failure);
    else {
      const { lost } = answer.value;
      const formatted = formatNumber(lost, languageOf(i18n.language));
      const values = { name: answer.value.opened.name, count: lost, formatted };
      setRemark(t(lost > 0 ? 'repair.lost' : 'repair.done', values));
    }
    return opened;
  }, [failure, i18n.language, settle, t]);

  const close = useCallback(() => {
    replace(null);
    announce(t('document.closed'));
  }, [replace, t]);

  const dismiss = useCallback(() => {
    setFailure(null);
    setRemark(null);
  }, []);

  return { current, failure, remark, busy, choose, drop, repair, replace, close, dismiss };
}
