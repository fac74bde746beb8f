// Where a design's elements stand: docked ones take their share away, others lie in what is left.
import type { StampPlace } from '../../domain/stamp-design.ts';

/** Points; (x, y) is the lower left corner. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  /** The element's own room. */
  readonly own: Room;
  /** What is left for those after it. */
  readonly rest: Room;
}

/**
 * @param square the margin around something that is as wide as high: a docked one gives up room that its
 *   height would not let it use
 */
export function placeIn(room: Room, place: StampPlace, square: number | null = null): Placed {
  if (place === 'rest') return { own: room, rest: room };
  if ('x' in place) {
    const own = {
      x: room.x + place.x * room.width,
      y: room.y + place.y * room.height,
      width: place.width * room.width,
      height: place.height * room.height,
    };
    return { own, rest: room };
  }
  const { dock, share } = place;
  const wide = room.width > room.height;
  const side = dock === 'lead' ? (wide ? 'left' : 'top') : dock;
  const [along, across] =
    side === 'left' || side === 'right' ? [room.width, room.height] : [room.height, room.width];
  const extent =
    square === null
      ? share * along
      : Math.min(share * along, Math.max(across - 2 * square, 0)) + square;
  return cut(room, side, extent);
}

function cut(room: Room, side: 'left' | 'right' | 'top' | 'bottom', extent: number): Placed {
  const { x, y, width, height } = room;
  switch (side) {
    case 'left':
      return {
        own: { x, y, width: extent, height },
        rest: { x: x + extent, y, width: width - extent, height },
      };
    case 'right':
      return {
        own: { x: x + width - extent, y, width: extent, height },
        rest: { x, y, width: width - extent, height },
      };
    case 'bottom':
      return {
        own: { x, y, width, height: extent },
        rest: { x, y: y + extent, width, height: height - extent },
      };
    case 'top':
      return {
        own: { x, y: y + height - extent, width, height: extent },
        rest: { x, y, width, height: height - extent },
      };
  }
}

/** The largest place of those proportions within the room's margin, in its middle. */
export function fitIn(room: Room, margin: number, width: number, height: number): Room {
  const [across, up] = [room.width - 2 * margin, room.height - 2 * margin];
  const scale = Math.max(Math.min(across / width, up / height), 0);
  const size = { width: width * scale, height: height * scale };
  return {
    x: room.x + (room.width - size.width) / 2,
    y: room.y + (room.height - size.height) / 2,
    ...size,
  };
}
