// The words of the commands extend, timestamp, inspect, repair, extract and settings.
import type { PROOF_ID } from './proof.id.ts';

export const PROOF_EN: typeof PROOF_ID = {
  findings: {
    warning: (file) => `To be noted before signing ${file}:`,
    severities: { info: 'note', warning: 'caution', refusal: 'refused' },
  },

  extend: {
    done: {
      T: (file) => `Time-stamped: ${file}`,
      LT: (file) => `Completed up to B-LT: ${file}`,
      LTA: (file) => `Completed up to B-LTA: ${file}`,
    },
    failed: (file) => `Not completed: ${file}`,
    notStamped: (file) => `Not time-stamped: ${file}`,
    signatures: 'Signatures and time stamps before',
    summary: (done, all) => `${String(done)} of ${String(all)} documents completed.`,
    stamped: (done, all) => `${String(done)} of ${String(all)} documents time-stamped.`,
  },

  inspect: {
    verdicts: {
      clean: 'Nothing to be noted before signing.',
      warned: 'Can be signed, but note the findings below first.',
      refused: 'Would not be signed: something can change its content or look later.',
    },
    failed: (file) => `Cannot be looked over: ${file}`,
    version: 'Version',
    pages: 'Pages',
    signatures: 'Signatures',
    unknown: 'not readable',
    findings: 'Findings',
  },

  repair: {
    done: (file) => `Rebuilt into a new file: ${file}`,
    objects: 'Objects',
    lost: (objects) =>
      `${objects} objects that are referred to are not in the original any more: part of its content is lost. Ask for another copy.`,
    kept: 'The original is kept as it was. Look at the new file before you use it.',
  },

  extract: {
    done: (file) => `The document as it was signed: ${file}`,
    later: 'Added afterwards',
    nothing: 'nothing',
  },

  settings: {
    file: 'Settings file',
    found: 'there',
    missing: 'not there',
    origins: {
      default: 'default',
      user: 'from the settings file',
      policy: 'set by your administrator',
    },
    policyFile: 'Office policy',
    none: 'none',
    tsa: 'Time-stamp authorities',
    anchors: 'Additional trust anchors',
    proxy: 'Proxy',
    asEnvironment: 'as the environment says (http_proxy, https_proxy, no_proxy)',
    direct: 'no proxy',
    bypass: (host) => `directly to ${host}`,
    cache: 'Kept answers of OCSP and CRLs',
  },
};
