// The stamp on its page: dragged, resized at its corners, or moved with the arrow keys.
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebouncedCallback } from '@mantine/hooks';
import { announce } from '../../base/announce.ts';
import { AlertIcon } from '../../components/icons.tsx';
import { toDisplay, type Rectangle } from '../../viewer/page-geometry.ts';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { changeOfKey, CORNERS, moveBy, resizeBy, type Corner } from './stamp-rectangle.ts';
import classes from './stamp.module.css';

interface Props {
  readonly shown: ShownPage;
  readonly rect: Rectangle;
  readonly disabled: boolean;
  /** It lies on something; the panel says on what. */
  readonly troubled: boolean;
  readonly onChange: (rect: Rectangle) => void;
  readonly children: ReactNode;
}

interface Drag {
  readonly corner: Corner | null;
  readonly from: Rectangle;
  readonly x: number;
  readonly y: number;
}

export function StampFrame({ shown, rect, disabled, troubled, onChange, children }: Props) {
  const { t } = useTranslation('sign');
  const drag = useRef<Drag | null>(null);
  const { geometry, pixelsPerPoint } = shown;
  const place = toDisplay(rect, geometry);
  const say = useDebouncedCallback((text: string) => announce(text), 400);

  const begin = (event: PointerEvent<HTMLElement>, corner: Corner | null): void => {
    if (disabled || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { corner, from: rect, x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const current = drag.current;
    if (current === null) return;
    const dx = (event.clientX - current.x) / pixelsPerPoint;
    const dy = (event.clientY - current.y) / pixelsPerPoint;
    onChange(
      current.corner === null
        ? moveBy(current.from, geometry, dx, dy)
        : resizeBy(current.from, geometry, current.corner, dx, dy),
    );
  };
  const end = (): void => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const change = changeOfKey(event);
    if (change === null || disabled) return;
    event.preventDefault();
    const next =
      change.kind === 'move'
        ? moveBy(rect, geometry, change.dx, change.dy)
        : resizeBy(rect, geometry, 'bottom-right', change.dx, change.dy);
    const same =
      next.x === rect.x &&
      next.y === rect.y &&
      next.width === rect.width &&
      next.height === rect.height;
    say(same ? t('stamp.edge') : t('stamp.announce', { ...next }));
    if (!same) onChange(next);
  };

  return (
    <div
      className={classes['frame']}
      role="application"
      aria-roledescription={t('stamp.role')}
      aria-label={t('stamp.label', { page: shown.number })}
      aria-describedby="stamp-description"
      aria-disabled={disabled || undefined}
      tabIndex={0}
      data-testid="stamp-frame"
      data-troubled={troubled || undefined}
      style={{
        left: place.x * pixelsPerPoint,
        top: place.y * pixelsPerPoint,
        width: place.width * pixelsPerPoint,
        height: place.height * pixelsPerPoint,
      }}
      onPointerDown={(event) => begin(event, null)}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={onKeyDown}
    >
      {children}
      {troubled && (
        <span className={classes['sign']} aria-hidden="true">
          <AlertIcon size={18} />
        </span>
      )}
      <span id="stamp-description" className="visually-hidden">
        {t('stamp.description')} {t('stamp.announce', { ...rect })}
      </span>
      {CORNERS.map((corner) => (
        <span
          key={corner}
          className={classes['handle']}
          data-corner={corner}
          aria-hidden="true"
          onPointerDown={(event) => begin(event, corner)}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      ))}
    </div>
  );
}
