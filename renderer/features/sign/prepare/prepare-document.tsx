// Preparing the open document for several signers: the pages with their fields beside the list of turns.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { OpenedDocument } from '../../../../core/contract/document.ts';
import type { Failure } from '../../../../core/contract/shapes.ts';
import { ROLES, type Role } from '../../../../core/domain/workflow.ts';
import { pena } from '../../../base/bridge.ts';
import { FailureNotice } from '../../../components/notice.tsx';
import { ViewHeader } from '../../../components/view-header.tsx';
import { DocumentView } from '../../../viewer/document-view.tsx';
import { isOnPage } from '../../../viewer/page-geometry.ts';
import { usePage } from '../../../viewer/use-page.ts';
import { usePdfDocument } from '../../../viewer/use-pdf-document.ts';
import { FieldMarks } from '../field-marks.tsx';
import { PlaceFields } from '../place-fields.tsx';
import classes from '../sign.module.css';
import { StampFrame } from '../stamp-frame.tsx';
import { PreparedPanel } from './prepared-panel.tsx';
import { FieldCard } from './field-card.tsx';
import {
  freeName,
  initialPlace,
  newField,
  ordersOf,
  type PreparedField,
  wishesOf,
} from './prepared-fields.ts';
import own from './prepare.module.css';

interface Prepared {
  readonly opened: OpenedDocument;
  /** Names of fields that stand on text. */
  readonly onText: readonly string[];
}

interface Props {
  readonly document: OpenedDocument;
  /** The prepared document is to be signed here. */
  readonly onSign: (prepared: OpenedDocument) => void;
  readonly onClose: () => void;
}

export function PrepareDocument({ document, onSign, onClose }: Props) {
  const { t } = useTranslation(['prepare', 'common']);
  const last = Math.max(1, document.pageCount);
  const [fields, setFields] = useState<readonly PreparedField[]>(() => {
    const name = (role: Role): string => t(`roles.${role}`);
    return [
      newField(1, 'paraf', { name: name('paraf'), page: last }),
      newField(2, 'penanda-tangan', { name: name('penanda-tangan'), page: last }),
    ];
  });
  const [chosenKey, setChosenKey] = useState(1);
  const [seenPage, setSeenPage] = useState(1);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<Prepared | null>(null);
  const pdf = usePdfDocument(document.document, document.viewSize);
  const chosen = fields.find(({ key }) => key === chosenKey) ?? fields[0];
  const page = usePage(pdf.state === 'ready' ? pdf.pdf : null, chosen?.page ?? last);
  const geometry = page?.geometry ?? null;
  const orders = ordersOf(fields);
  // Where nobody has moved it, a field stands where it starts, as soon as its page is known.
  const lastPage = usePage(pdf.state === 'ready' ? pdf.pdf : null, last)?.geometry ?? null;
  const placed = fields.map((field, index) => {
    const known = field === chosen ? geometry : field.page === last ? lastPage : null;
    if (field.rect !== null || known === null) return field;
    return { ...field, rect: initialPlace(field.role, known, index) };
  });
  const current = placed.find(({ key }) => key === chosen?.key);
  const place = current?.rect ?? null;
  const onPage = place === null || geometry === null || isOnPage(place, geometry);
  const wishes = onPage ? wishesOf(placed) : null;

  const change = (key: number, part: Partial<PreparedField>): void => {
    // Another role is of another size, and starts anew; another page keeps the place.
    const anew = part.role === undefined ? {} : { rect: null };
    setFields(placed.map((field) => (field.key === key ? { ...field, ...anew, ...part } : field)));
  };
  const add = (role: Role): void => {
    const key = Math.max(0, ...fields.map((field) => field.key)) + 1;
    const name = freeName(t(`roles.${role}`), fields);
    setFields([...placed, newField(key, role, { name, page: last })]);
    setChosenKey(key);
  };
  const moveTurn = (index: number, by: -1 | 1): void => {
    const next = [...placed];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    setFields(next);
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (wishes === null || busy) return;
    setBusy(true);
    const answer = await pena().call('prepare.start', {
      document: document.document,
      fields: wishes,
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok && answer.value !== null) setDone(answer.value);
  };

  return (
    <div className={classes['view']}>
      <ViewHeader title={t('title')} subtitle={document.name} />
      <div className={classes['split']}>
        <DocumentView
          name={document.name}
          document={pdf}
          initialFit="page"
          shownPage={chosen?.page ?? last}
          onPage={setSeenPage}
          overlay={(at) => (
            <>
              <FieldMarks
                shown={at}
                fields={placed.flatMap(({ key, name, way, page: number, rect }) =>
                  way === 'page' && rect !== null && key !== chosen?.key
                    ? [{ name, place: { page: number, rect }, turn: false }]
                    : [],
                )}
                chosen={null}
                disabled={busy || done !== null}
                labelOf={(name) => t('choose', { name })}
                onChoose={(name) => {
                  const found = placed.find((field) => field.name === name);
                  if (found !== undefined) setChosenKey(found.key);
                }}
              />
              {current?.way === 'page' && current.rect !== null && current.page === at.number && (
                <StampFrame
                  shown={at}
                  rect={current.rect}
                  disabled={busy || done !== null}
                  troubled={false}
                  onChange={(rect) => change(current.key, { rect })}
                >
                  <span className={own['frameName']} aria-hidden="true">
                    {current.name}
                  </span>
                </StampFrame>
              )}
            </>
          )}
        />
        {done !== null ? (
          <PreparedPanel {...done} onSign={() => onSign(done.opened)} onClose={onClose} />
        ) : (
          <form
            className={classes['panel']}
            aria-label={t('title')}
            onSubmit={(event) => void submit(event)}
          >
            <div className={classes['panelBody']}>
              <h2>{t('turns')}</h2>
              <p className={classes['hint']}>{t('hint')}</p>
              {failure !== null && (
                <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />
              )}
              <ol className={own['list']}>
                {placed.map((field, index) => (
                  <FieldCard
                    key={field.key}
                    field={field}
                    all={placed}
                    order={orders[index] ?? 1}
                    chosen={field.key === chosen?.key}
                    onChoose={() => setChosenKey(field.key)}
                    onChange={(part) => change(field.key, part)}
                    onMove={(by) => moveTurn(index, by)}
                    onRemove={() => setFields(placed.filter(({ key }) => key !== field.key))}
                  >
                    {field.way === 'page' && field.rect !== null && (
                      <PlaceFields
                        rect={field.rect}
                        page={field.page}
                        pageCount={document.pageCount}
                        seenPage={seenPage}
                        geometry={geometry}
                        valid={onPage}
                        onPlace={(rect) => change(field.key, { rect })}
                        onPage={(number) => change(field.key, { page: number })}
                      />
                    )}
                  </FieldCard>
                ))}
              </ol>
              <div className={own['add']}>
                {ROLES.map((role) => (
                  <Button key={role} variant="default" size="sm" onClick={() => add(role)}>
                    {t('add', { role: t(`roles.${role}`) })}
                  </Button>
                ))}
              </div>
            </div>
            <div className={classes['panelFoot']}>
              <div className={classes['buttons']}>
                <Button
                  type="submit"
                  className={classes['grow'] ?? ''}
                  disabled={wishes === null || busy}
                >
                  {t('save')}
                </Button>
                <Button variant="default" onClick={onClose}>
                  {t('common:cancel')}
                </Button>
              </div>
              <p className={classes['hint']}>{t('note')}</p>
            </div>
          </form>
        )}
      </div>
    </div>
  );
}
