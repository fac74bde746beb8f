// `node --import` this in a stand-in for a utility process: gives it Electron's process.parentPort.
const parentPort = {
  postMessage: (/** @type {unknown} */ message) => process.send?.(message),
  on: (/** @type {string} */ event, /** @type {(event: { data: unknown }) => void} */ listener) => {
    process.on(event, (data) => listener({ data }));
  },
};
Object.defineProperty(process, 'parentPort', { value: parentPort });
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
