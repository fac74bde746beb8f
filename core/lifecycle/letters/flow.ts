// A text that may be longer than what is left of a page, or than a page: it goes on where the next one begins, with no
// line alone at a page's foot or head.
import type { Paper } from '../../pdf/paper/paper.ts';
import { drawText, type SetText } from '../../pdf/paper/set-text.ts';
import type { Role } from '../../pdf/paper/structure.ts';

/** Fewer lines than this do not stand apart from the rest. */
const TOGETHER = 2;

/**
 * Draws it from the pen downwards, and leaves the pen below it.
 * @param beside drawn at the top of the first lines, once it is known on which page they stand
 */
export async function flow(
  paper: Paper,
  role: Role,
  set: SetText,
  x: number,
  beside: (top: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  let rest = set.lines;
  let isFirst = true;
  while (rest.length > 0) {
    const count = fitting(rest.length, Math.floor(paper.room / set.leading), paper.fresh);
    if (count === 0) {
      paper.newPage();
      continue;
    }
    if (isFirst) await beside(paper.y);
    isFirst = false;
    const part = { ...set, lines: rest.slice(0, count), height: count * set.leading };
    await drawText(paper, role, part, { x, top: paper.y });
    paper.y -= part.height;
    rest = rest.slice(count);
    if (rest.length > 0) paper.newPage();
  }
}

/** How many of the lines stand on a page with room for so many; none: they begin on the next one. */
function fitting(lines: number, room: number, isFresh: boolean): number {
  if (lines <= room) return lines;
  const most = Math.min(room, lines - TOGETHER);
  if (most >= TOGETHER) return most;
  return isFresh ? Math.max(1, room) : 0;
}
