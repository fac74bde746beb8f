// The host's line to the program that started it: child_process.fork's channel, or the parentPort of
// an Electron utility process.

export interface ParentPort {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What Electron puts on `process` in a utility process (Electron's types are not for this room). */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

export function parentPort(): ParentPort {
  // As a plain object: where Electron's types are there, every process is said to have such a port.
  const here: object = process;
  if ('parentPort' in here) {
    const port = here.parentPort as UtilityPort;
    return {
      postMessage: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    };
  }
  // A module may hang for ever in one of its threads: only a kill ends the process for certain.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    postMessage: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  };
}
