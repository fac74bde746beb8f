// Names of the lines between a preload and main. No zod here: preloads carry this file inside them.
export const CHANNELS = {
  /** The page's calls, by their contract's names. */
  call: 'pena.call',
  /** What only the preload itself may ask: a dropped file's path never comes from the page. */
  preload: 'pena.preload',
  /** What main tells a window. */
  event: 'pena.event',
} as const;
