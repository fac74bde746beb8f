// Dropping a file on the window.
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

/** As the system would: the page is given names, the preload alone the paths. */
export async function drop(main: Page, path: string): Promise<void> {
  // Waits for the place: a drop on none is a drop on nothing.
  const place = main.locator('[data-testid="lost-key"], [data-testid="drop-area"]').first();
  await place.evaluate(
    (element, [path, name]) => {
      Object.assign(window, { __pena_harness_paths: { [name]: path } });
      const files = new DataTransfer();
      files.items.add(new File(['x'], name));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
      element.dispatchEvent(drop);
    },
    [path, basename(path)] as const,
  );
}
