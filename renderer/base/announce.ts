// Says something to people who cannot see the screen change (WCAG 2.2, 4.1.3 Status Messages).

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Speaks `message` through the window's live region. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** Called by the live region; returns the function that stops listening. */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
