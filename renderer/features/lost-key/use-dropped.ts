// What is dropped on the lost-key view goes where a person would choose it: a certificate, or a PDF signed with it, where
// the certificate is asked for; a superior's answer on a report's papers. A request is opened wherever it is dropped.
import { type DragEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import type { Zone } from '../../base/format.ts';
import { firstForm } from './loss-form.ts';
import type { LostKey } from './use-lost-key.ts';

const NAMES_CERTIFICATE = /\.(?:pdf|pem|crt|cer|der)$/i;
const IS_REQUEST = /\.penamengetahui$/i;

/** @param request dropped elsewhere on the window, or null. @returns for the view's own element */
export function useDropped(
  lost: LostKey,
  zone: Zone,
  request: File | null,
  onTaken: () => void,
): (event: DragEvent) => void {
  const { t } = useTranslation('acknowledge');
  const { go, settle } = lost;
  useEffect(() => {
    if (request === null) return;
    onTaken();
    void settle(() => pena().openDroppedRequest(request)).then((shown) => {
      if (shown !== null) go({ kind: 'request', request: shown });
    });
  }, [request, onTaken, settle, go]);

  const choose = async (file: File): Promise<void> => {
    const meant = await settle(() => pena().chooseDropped(file));
    if (meant !== null) go({ kind: 'event', meant, form: firstForm(meant, zone) });
  };
  const take = async (file: File, report: Parameters<LostKey['update']>[0]): Promise<void> => {
    const taken = await settle(() => pena().takeDroppedAnswer(file, report.case));
    if (taken === null) return;
    lost.update(taken.case);
    announce(t('by', { name: taken.by.name }));
  };
  return (event) => {
    const [file, ...more] = event.dataTransfer.files;
    if (file === undefined || more.length > 0 || lost.busy) return;
    const { page } = lost;
    if (page.kind === 'start' && NAMES_CERTIFICATE.test(file.name)) void choose(file);
    else if (page.kind === 'papers' && IS_REQUEST.test(file.name)) void take(file, page.shown);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
