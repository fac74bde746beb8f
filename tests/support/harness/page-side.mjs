// What stands in for Electron inside a page: the few modules that a sandboxed preload may require, and
// around them the real, built preload.

/** The page's way out, taken away from the page before its own scripts run. */
export const BINDING = '__pena_harness_invoke';

/** Runs in the page. It is handed over as text, so it uses nothing from outside. */
function startPreload(/** @type {string} */ binding, /** @type {Function} */ preload) {
  // As in Electron: preloads run in the main frame only.
  const page = /** @type {any} */ (globalThis);
  if (page.top !== page) return;
  const invoke = page[binding];
  delete page[binding];
  /** @type {Map<string, Set<Function>>} */
  const listeners = new Map();
  Object.defineProperty(page, '__pena_harness_hear', {
    value: (/** @type {string} */ channel, /** @type {unknown[]} */ args) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...args);
    },
  });
  const ipcRenderer = {
    invoke: async (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) => {
      const { value, error } = await invoke(channel, structuredClone(args));
      if (error !== undefined) throw new Error(error);
      return value;
    },
    on: (/** @type {string} */ channel, /** @type {Function} */ listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener: (/** @type {string} */ channel, /** @type {Function} */ listener) => {
      listeners.get(channel)?.delete(listener);
    },
  };
  const contextBridge = {
    exposeInMainWorld: (/** @type {string} */ name, /** @type {object} */ api) => {
      Object.defineProperty(page, name, { value: Object.freeze(api), enumerable: true });
    },
  };
  // A test says which path the system would have given for a file of that name.
  const webUtils = {
    getPathForFile: (/** @type {File} */ file) => page.__pena_harness_paths?.[file.name] ?? '',
  };
  const require = (/** @type {string} */ name) => {
    if (name === 'electron') return { ipcRenderer, contextBridge, webUtils };
    throw new Error(`module not found in a sandboxed preload: ${name}`);
  };
  preload(require, { exports: {} }, {});
}

/** @param {string} preload text of the built file: a function's body here, as it is in Electron */
export function preloadScript(preload) {
  const body = `function (require, module, exports) {${preload}\n}`;
  return `(${startPreload.toString()})(${JSON.stringify(BINDING)}, ${body});`;
}
