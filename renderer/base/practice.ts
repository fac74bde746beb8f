// Whether this window is one of practice mode: main writes it into the page that it serves.

export function inPractice(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="pena-practice"]')?.content === '1';
}

/** Names the window to the task bar and to screen readers. */
export function setWindowTitle(title: string): void {
  document.title = inPractice() ? `LATIHAN · ${title}` : title;
}
