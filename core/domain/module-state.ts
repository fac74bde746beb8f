// The health marks of a token's software (a PKCS#11 module): what the person is told of it.

/** How the software of a token (a PKCS#11 module) behaves. */
export const MODULE_STATES = [
  /** Not started yet. */
  'unknown',
  /** Asked, and its answer is late; nobody waits for it. */
  'waiting',
  'ok',
  'slow',
  'hung',
  'crashed',
  /** Took too much memory. */
  'memory',
  /** Its answers have no sense, or it is no PKCS#11 module. */
  'garbage',
  /** C_Initialize answered with an error. */
  'failing',
  'wrong-architecture',
  /** Other users can change it. */
  'unsafe',
  'missing',
] as const;
export type ModuleState = (typeof MODULE_STATES)[number];
