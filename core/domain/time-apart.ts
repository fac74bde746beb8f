// How far the claimed time of a signature is from the proven one, and whether that is usual.

/** Signatures of BSrE are seen with up to about a quarter of an hour between the two. */
const USUAL_MINUTES = 30;

export interface Apart {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
  readonly usual: boolean;
}

/** Null below a minute, and where one of the two is no time. */
export function timeApart(a: string, b: string): Apart | null {
  const minutes = Math.floor(Math.abs(Date.parse(a) - Date.parse(b)) / 60_000);
  if (Number.isNaN(minutes) || minutes < 1) return null;
  const usual = minutes <= USUAL_MINUTES;
  if (minutes < 120) return { unit: 'minutes', count: minutes, usual };
  const hours = Math.round(minutes / 60);
  if (hours < 48) return { unit: 'hours', count: hours, usual };
  return { unit: 'days', count: Math.round(hours / 24), usual };
}
