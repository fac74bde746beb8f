// The greeting of the hour, as it is used in Indonesia.

export type Greeting = 'morning' | 'midday' | 'afternoon' | 'evening';

/** `hour` 0-23 where the reader is. */
export function greetingAt(hour: number): Greeting {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'midday';
  if (hour >= 15 && hour < 18) return 'afternoon';
  return 'evening';
}
