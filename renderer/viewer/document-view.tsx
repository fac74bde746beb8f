// Shows a PDF: pages in a scroll, drawn when they come near, with zoom, page numbers and keys.
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { Loader } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { displaySize, type Rectangle } from './page-geometry.ts';
import { PageView, type ShownPage } from './page-view.tsx';
import { Toolbar } from './toolbar.tsx';
import { usePage } from './use-page.ts';
import type { PdfState } from './use-pdf-document.ts';
import { CSS_PIXELS_PER_POINT, scaleOf, stepFrom, type Zoom } from './zoom.ts';
import classes from './viewer.module.css';

export interface Jump {
  readonly page: number;
  /** A part of the page, to stand in the middle; points from its upper left as it is shown. */
  readonly place?: Rectangle;
}

interface Props {
  readonly name: string;
  readonly document: PdfState;
  readonly initialFit: 'width' | 'page';
  /** Brings this page into view whenever it changes. */
  readonly shownPage?: number;
  /** Each new one brings its page into view, also when it is the same as before. */
  readonly jump?: Jump | null;
  readonly onPage?: (page: number) => void;
  readonly overlay?: (page: ShownPage) => ReactNode;
}

function scaled({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}

const A4 = { width: 595, height: 842 };

export function DocumentView(props: Props) {
  const { t } = useTranslation('viewer');
  const { document, name } = props;
  return (
    <section
      className={classes['viewer']}
      aria-label={t('label', { name })}
      data-landmark
      tabIndex={-1}
    >
      {document.state === 'loading' && (
        <div className={classes['state']} role="status">
          <Loader size="sm" />
          <span>{t('loading')}</span>
        </div>
      )}
      {document.state === 'failed' && (
        <div className={classes['state']} role="status">
          {t(document.protected ? 'protected' : 'failed')}
        </div>
      )}
      {document.state === 'ready' && <Pages {...props} pdf={document.pdf} />}
    </section>
  );
}

function Pages({
  name,
  pdf,
  initialFit,
  shownPage,
  jump = null,
  onPage,
  overlay,
}: Props & { readonly pdf: PDFDocumentProxy }) {
  const { t } = useTranslation('viewer');
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const scroll = useRef<HTMLDivElement>(null);
  const merged = useMergedRef(sizeRef, scroll);
  const [zoom, setZoom] = useState<Zoom>({ fit: initialFit });
  const [page, setPage] = useState(1);
  const first = usePage(pdf, 1);
  const expected = first === null ? A4 : displaySize(first.geometry);
  const scale = scaleOf(zoom, expected, { width, height });
  const ready = first !== null && width > 0;
  /** What stands at the upper edge: a page, and how much of it has gone by. */
  const edge = useRef<{ readonly page: number; readonly gone: number } | null>(null);

  // Zoomed, or in a window of another size, one still reads where one was.
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null || edge.current === null) return;
    const page = box.querySelector<HTMLElement>(`[data-page="${edge.current.page}"]`);
    if (page) box.scrollTop = page.offsetTop + edge.current.gone * page.offsetHeight;
  }, [scale]);

  const goTo = useCallback((wanted: number) => {
    const target = scroll.current?.querySelector<HTMLElement>(`[data-page="${wanted}"]`);
    if (target && scroll.current) scroll.current.scrollTop = target.offsetTop - 12;
  }, []);
  const pixels = useRef(1);
  useEffect(() => {
    pixels.current = scale * CSS_PIXELS_PER_POINT;
  }, [scale]);
  const bringTo = useCallback(
    ({ page, place }: Jump) => {
      goTo(page);
      const box = scroll.current;
      const target = box?.querySelector<HTMLElement>(`[data-page="${page}"]`);
      if (place === undefined || !box || !target) return;
      /** Of what is too large to be seen whole, the beginning. */
      const lead = (start: number, length: number, room: number): number =>
        start - Math.max(24, (room - length) / 2);
      const { x, y, width, height } = scaled(place, pixels.current);
      box.scrollTop = target.offsetTop + lead(y, height, box.clientHeight);
      box.scrollLeft = target.offsetLeft + lead(x, width, box.clientWidth);
    },
    [goTo],
  );
  useEffect(() => {
    if (ready && shownPage !== undefined) goTo(shownPage);
  }, [ready, shownPage, goTo]);

  useEffect(() => {
    if (!ready || jump === null) return;
    bringTo(jump);
    // In a narrow window the pages may stand below what was pressed.
    scroll.current?.scrollIntoView({ block: 'nearest' });
  }, [ready, jump, bringTo]);

  const onScroll = (): void => {
    const box = scroll.current;
    if (box === null) return;
    const middle = box.scrollTop + box.clientHeight / 2;
    const pages = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const top = pages.findLast(({ offsetTop }) => offsetTop <= box.scrollTop + 12) ?? pages[0];
    if (top !== undefined) {
      const gone = (box.scrollTop - top.offsetTop) / Math.max(1, top.offsetHeight);
      edge.current = { page: Number(top.dataset['page'] ?? 1), gone };
    }
    const seen = pages.findLast((candidate) => candidate.offsetTop <= middle) ?? pages[0];
    const number = Number(seen?.dataset['page'] ?? 1);
    if (number === page) return;
    setPage(number);
    onPage?.(number);
  };
  const step = (direction: 1 | -1): void =>
    setZoom({ fit: null, scale: stepFrom(scale, direction) });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom({ fit: initialFit });
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Toolbar
        page={page}
        pageCount={pdf.numPages}
        scale={scale}
        fit={zoom.fit}
        onPage={goTo}
        onStep={step}
        onFit={(fit) => setZoom({ fit })}
      />
      {/* A scrolling region has to be reachable by keyboard (WCAG 2.2, 2.1.1). */}
      <div
        ref={merged}
        className={classes['scroll']}
        data-viewer-scroll
        role="group"
        tabIndex={0}
        aria-label={t('label', { name })}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {ready &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PageView
              key={index}
              pdf={pdf}
              number={index + 1}
              scale={scale * CSS_PIXELS_PER_POINT}
              expected={expected}
              overlay={overlay}
            />
          ))}
      </div>
    </>
  );
}
