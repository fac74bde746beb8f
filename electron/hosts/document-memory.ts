/** Old generation of V8 in a document host, in MB: a file that wants more is refused, the rest lives on. */
const DOCUMENT_MEMORY = 1024;

/** How Node is started as a document host. build/libraries.mjs compiles for it. */
export const DOCUMENT_HOST_ARGS: readonly string[] = [`--max-old-space-size=${DOCUMENT_MEMORY}`];
