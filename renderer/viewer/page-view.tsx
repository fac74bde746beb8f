// The place of one page in the scroll: empty of its right size until it comes near, then drawn.
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PageCanvas } from './page-canvas.tsx';
import { displaySize, type PageGeometry, type Size } from './page-geometry.ts';
import { usePage } from './use-page.ts';
import classes from './viewer.module.css';

/** What an overlay needs to lie on a page. */
export interface ShownPage {
  readonly number: number;
  readonly geometry: PageGeometry;
  readonly pixelsPerPoint: number;
}

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** CSS pixels a point. */
  readonly scale: number;
  /** Size to hold free until the page's own is known, points. */
  readonly expected: Size;
  readonly overlay?: ((page: ShownPage) => ReactNode) | undefined;
}

export function PageView({ pdf, number, scale, expected, overlay }: Props) {
  const { t } = useTranslation('viewer');
  const frame = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  const page = usePage(pdf, number, near);

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: frame.current.closest('[data-viewer-scroll]'), rootMargin: '800px 0px' },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const size = page === null ? expected : displaySize(page.geometry);
  const style: CSSProperties & Record<'--total-scale-factor', number> = {
    width: size.width * scale,
    height: size.height * scale,
    // The text layer counts in units of the page, not in points.
    '--total-scale-factor': scale * (page?.proxy.userUnit ?? 1),
  };
  return (
    <section
      ref={frame}
      className={classes['page']}
      data-page={number}
      aria-label={t('page', { n: number })}
      style={style}
    >
      {page !== null && near && (
        <>
          <PageCanvas page={page.proxy} scale={scale} />
          {overlay?.({ number, geometry: page.geometry, pixelsPerPoint: scale })}
        </>
      )}
    </section>
  );
}
