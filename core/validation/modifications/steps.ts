// Even steps along one axis. Counted, not added up: far from zero, adding a small step changes nothing, and a
// loop over it never ends. Hostile rectangles lie there.

/** From one number up to another, that one not included; what is no number has no steps. In points. */
export function* steps(from: number, to: number, step: number): Generator<number> {
  const count = Math.ceil((to - from) / step);
  for (let i = 0; i < count; i += 1) yield from + i * step;
}
