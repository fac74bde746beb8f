// Many names in one line.

const MAX_NAMES = 8;
const MAX_LENGTH = 280;

/** "1, 2, 3 +14" */
export function collapse(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ').slice(0, MAX_LENGTH);
  return names.length > MAX_NAMES ? `${shown} +${String(names.length - MAX_NAMES)}` : shown;
}
