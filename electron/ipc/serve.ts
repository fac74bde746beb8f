// The only door from a window into main (architecture.md, "The window is untrusted"): who asks, whether
// that window may ask this, and then the answer in its envelope.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import { CHANNELS } from '../../core/contract/channels.ts';
import type { EventEntry } from '../../core/contract/entry.ts';
import type { Envelope } from '../../core/contract/shapes.ts';
import type { Answer } from './answer.ts';
import { refusal } from './failure.ts';

export type Answers = Readonly<Record<string, Answer>>;

export interface Door {
  /** Host of the window's own page: `main` in app://main/index.html. */
  readonly host: string;
  /** What the page may ask. */
  readonly page: Answers;
  /** What only the window's preload may ask. */
  readonly preload: Answers;
}

const doors = new Map<WebContents, Door>();

/** Starts listening, once, for all windows. */
export function openDoors(): void {
  ipcMain.handle(CHANNELS.call, (event, name: unknown, request: unknown) =>
    pass(event, (door) => door.page, name, request),
  );
  ipcMain.handle(CHANNELS.preload, (event, name: unknown, request: unknown) =>
    pass(event, (door) => door.preload, name, request),
  );
}

/** Answers this window, for as long as it lives. */
export function serve(contents: WebContents, door: Door): void {
  doors.set(contents, door);
  contents.once('destroyed', () => doors.delete(contents));
}

async function pass(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  answersOf: (door: Door) => Answers,
  name: unknown,
  request: unknown,
): Promise<Envelope<unknown>> {
  const door = doors.get(event.sender);
  if (door === undefined || !isOwnPage(event.senderFrame, door.host)) {
    return refusal('IPC_SENDER_REFUSED');
  }
  const answers = answersOf(door);
  const found =
    typeof name === 'string' && Object.hasOwn(answers, name) ? answers[name] : undefined;
  return found === undefined ? refusal('IPC_UNKNOWN_CHANNEL') : found(request);
}

/**
 * The main frame of the window, showing the window's own page. Protocol and host are compared, never
 * `.origin`: of every custom scheme that is the string "null".
 */
function isOwnPage(frame: IpcMainInvokeEvent['senderFrame'], host: string): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return url.protocol === 'app:' && url.host === host;
}

/** Tells a window something that its contract knows. A payload of the wrong shape is a bug and throws. */
export function tell<P extends z.ZodType>(
  contents: WebContents,
  name: string,
  entry: EventEntry<P>,
  payload: z.infer<P>,
): void {
  if (!contents.isDestroyed()) contents.send(CHANNELS.event, name, entry.payload.parse(payload));
}
