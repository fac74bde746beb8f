// `node --import loader.mjs`: TypeScript as it stands, with counters at the branches of core/.
import { register } from 'node:module';
import { COUNTERS } from './instrument.mjs';

Object.assign(globalThis, { penaBranches: new Uint8Array(COUNTERS) });
register('./hooks.mjs', import.meta.url);
