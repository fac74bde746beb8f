// An open document with its stamp on the page and, beside it, form, progress or result.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { pena } from '../../base/bridge.ts';
import { formatBytes, formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import { DocumentView } from '../../viewer/document-view.tsx';
import type { PageGeometry, Rectangle } from '../../viewer/page-geometry.ts';
import { usePage } from '../../viewer/use-page.ts';
import { usePdfDocument } from '../../viewer/use-pdf-document.ts';
import { PracticeOverlay } from './practice-overlay.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { effectiveChoice, effectiveLevel, stampOf, type SignForm } from './sign-form.ts';
import { FieldMarks } from './field-marks.tsx';
import { freeRectangle, troubleAt } from './free-rectangle.ts';
import { PlacedStamp } from './placed-stamp.tsx';
import { chosenField, effectiveWay, spotOf } from './placing.ts';
import { SignPanel } from './sign-panel.tsx';
import type { SignViewProps } from './sign-view-props.ts';
import { StampFrame } from './stamp-frame.tsx';
import { STANDARD_DESIGN } from './design-field.tsx';
import type {
  PagePlaces,
  StampDesignChoice,
  WaitingField,
} from '../../../core/contract/signing.ts';
import { StampPicture } from './stamp-picture.tsx';
import { initialRectangle, PREFERRED, resizeTo } from './stamp-rectangle.ts';
import { useDesigns } from './use-designs.ts';
import { useStampOwner } from '../../base/use-stamp-owner.ts';
import { useLookOver } from './use-look-over.ts';
import { usePagePlaces } from './use-page-places.ts';
import { useCanStamp } from './use-can-stamp.ts';
import { useStampPreview } from './use-stamp-preview.ts';
import { useWaitingFields } from './use-waiting-fields.ts';
import classes from './sign.module.css';

const NO_FIELDS: readonly WaitingField[] = [];

type Props = SignViewProps & {
  readonly document: OpenedDocument;
  readonly onPrepare: () => void;
};

export function SignDocument({ document, settings, tokens, run, ...actions }: Props) {
  const { t, i18n } = useTranslation(['sign', 'common', 'prepare']);
  const language = languageOf(i18n.language);
  const form = useForm<SignForm>({
    initialValues: {
      certificate: null,
      visible: true,
      // Official documents bear their signature at the end.
      page: Math.max(1, document.pageCount),
      rect: null,
      ...{ way: null, field: null, tag: '', tagSize: PREFERRED, tagNext: false },
      sized: false,
      zone: settings.zone,
      position: settings.position,
      reason: '',
      location: '',
      level: null,
      design: null,
      footer: null,
      certification: null,
      warningsSeen: false,
    },
  });
  const canStamp = useCanStamp();
  const designs = useDesigns();
  const owner = useStampOwner();
  const lookOver = useLookOver(document.document);
  const waiting = useWaitingFields(document.document);
  const fields = waiting ?? NO_FIELDS;
  const level = effectiveLevel(form.values.level, canStamp);
  const [seenPage, setSeenPage] = useState(1);
  const done = run.state.kind === 'done' ? run.state : null;
  const shown = done?.signed.signed ?? document;
  const pdf = usePdfDocument(shown.document, shown.viewSize);
  const page = usePage(pdf.state === 'ready' ? pdf.pdf : null, form.values.page);
  const geometry = page?.geometry ?? null;

  const places = usePagePlaces(document.document, form.values.page);
  const first = places?.signed === false;

  // The place is first proposed, off what stands there, and later kept on the page.
  const proposed =
    geometry === null || places === null || form.values.rect !== null
      ? form.values.rect
      : freeOr(initialRectangle(geometry), geometry, places);
  const values: SignForm = { ...form.values, rect: proposed };
  const place = (rect: Rectangle): void => {
    const resized = rect.width !== proposed?.width || rect.height !== proposed.height;
    if (resized) form.setFieldValue('sized', true);
    form.setFieldValue('rect', rect);
  };
  const chooseDesign = (design: StampDesignChoice): void => {
    form.setFieldValue('design', design.id === STANDARD_DESIGN ? null : design.id);
    if (!values.sized)
      form.setFieldValue('tagSize', { width: design.width, height: design.height });
    if (values.sized || proposed === null || geometry === null || places === null) return;
    form.setFieldValue('rect', freeOr(resizeTo(proposed, geometry, design), geometry, places));
  };
  const moveToPage = (number: number): void => {
    form.setFieldValue('page', number);
    if (proposed !== null) form.setFieldValue('rect', proposed);
  };

  const choice = effectiveChoice(values.certificate, tokens.list?.certificates ?? []);
  const stamp = waiting === null ? null : stampOf(values, fields);
  const field = chosenField(values, fields)?.name ?? null;
  const preview = useStampPreview(
    done === null && choice !== null && stamp !== null
      ? {
          document: document.document,
          certificate: choice.certificate,
          stamp,
          field,
          reason: values.reason.trim(),
          location: values.location.trim(),
        }
      : null,
    owner.shown?.specimen?.name ?? '',
  );
  const way = effectiveWay(values, fields);
  const trouble = values.rect === null || places === null ? null : troubleAt(values.rect, places);
  const findFree = (): Rectangle | null =>
    values.rect === null || places === null || geometry === null
      ? null
      : freeRectangle(values.rect, geometry, places);
  const spot = spotOf(values, fields, preview.spot);
  const start = (): void => {
    if (choice === null) return;
    run.start(
      {
        document: document.document,
        certificate: choice.certificate,
        stamp,
        field,
        reason: values.reason.trim(),
        location: values.location.trim(),
        level,
        // Both only make sense, and are only offered, before the first signature.
        footer: first ? values.footer : null,
        certification: first ? values.certification : null,
        warningsSeen: values.warningsSeen,
      },
      {
        ...{ source: document.name, signer: choice.name, level },
        page: stamp === null ? null : way === 'free' ? values.page : (spot?.page ?? null),
      },
    );
  };

  const unlock = async (): Promise<void> => {
    const answer = await pena().call('document.unlock', { document: document.document });
    if (answer.ok && answer.value !== null) actions.onOpened(answer.value);
  };

  const running = run.state.kind === 'running';
  const count = (name: 'pages' | 'signatures', value: number): string =>
    t(`common:document.${name}`, { count: value, formatted: formatNumber(value, language) });
  const subtitle = [
    count('pages', shown.pageCount),
    shown.signatureCount === 0
      ? t('common:document.noSignature')
      : count('signatures', shown.signatureCount),
    formatBytes(shown.size, language),
  ].join(' · ');

  return (
    <div className={classes['view']}>
      <ViewHeader
        title={shown.name}
        subtitle={subtitle}
        actions={
          !running && (
            <>
              {done === null && (
                <Button variant="subtle" size="sm" onClick={actions.onPrepare}>
                  {t('prepare:open')}
                </Button>
              )}
              <Button variant="subtle" size="sm" onClick={actions.onClose}>
                {t('common:document.close')}
              </Button>
            </>
          )
        }
      />
      <div className={classes['split']}>
        <DocumentView
          name={shown.name}
          document={pdf}
          initialFit="page"
          shownPage={spot?.page ?? values.page}
          onPage={setSeenPage}
          overlay={(at) => {
            if (done !== null) return null;
            const picture = (rect: Rectangle) => (
              <StampPicture
                preview={preview}
                shown={at}
                rect={rect}
                certificateChosen={choice !== null}
              />
            );
            return (
              <>
                {document.signatureCount === 0 && <PracticeOverlay shown={at} />}
                <FieldMarks
                  shown={at}
                  fields={fields}
                  chosen={field}
                  disabled={running}
                  onChoose={(name) => form.setValues({ way: 'field', field: name })}
                />
                {spot?.page === at.number && (
                  <PlacedStamp shown={at} spot={spot}>
                    {picture(spot.rect)}
                  </PlacedStamp>
                )}
                {way === 'free' &&
                  waiting !== null &&
                  values.visible &&
                  values.rect !== null &&
                  at.number === values.page && (
                    <StampFrame
                      shown={at}
                      rect={values.rect}
                      disabled={running}
                      troubled={trouble !== null}
                      onChange={(rect) => place(rect)}
                    >
                      {picture(values.rect)}
                    </StampFrame>
                  )}
              </>
            );
          }}
        />
        {run.state.kind === 'running' ? (
          <ProgressPanel run={run.state} onCancel={run.cancel} onDecide={run.decide} />
        ) : done !== null ? (
          <ResultPanel
            result={done}
            onVerify={() => actions.onVerify(done.signed.signed)}
            onAnother={actions.onChoose}
          />
        ) : (
          <SignPanel
            form={form}
            values={values}
            geometry={geometry}
            pageCount={document.pageCount}
            seenPage={seenPage}
            choice={choice}
            tokens={tokens}
            previewFailure={preview.failure}
            level={level}
            canStamp={canStamp}
            designs={designs}
            first={first}
            owner={owner}
            onDesign={chooseDesign}
            lookOver={lookOver}
            fields={waiting}
            found={preview.spot}
            onSettings={actions.onSettings}
            run={run.state}
            onOwner={() => void unlock()}
            onPlace={(rect) => place(rect)}
            trouble={trouble}
            findFree={findFree}
            onPage={moveToPage}
            onTokens={actions.onTokens}
            onStart={start}
            onCancel={actions.onClose}
          />
        )}
      </div>
    </div>
  );
}

/** Where there is no free place the stamp stands where it was wanted, and the panel says what it lies on. */
function freeOr(wanted: Rectangle, geometry: PageGeometry, places: PagePlaces): Rectangle {
  return freeRectangle(wanted, geometry, places) ?? wanted;
}
