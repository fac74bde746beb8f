// A remark (EN 319 102-1 5.5.4): a time stamp of an authority that is not trusted now proves no time.
import { type Check, failsIf } from './check.ts';

export const timestampTrusted: Check = {
  id: 'timestamp-trusted',
  reason: 'TIMESTAMP_UNTRUSTED',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ timestamps, format }) => {
    if (format === 'rfc3161') return null;
    const doubtful = timestamps.find(({ intact, trusted }) => intact && trusted === false);
    // What is wrong with the authority's chain, where that is what is wrong.
    const rule = doubtful?.path?.failure?.check ?? '';
    return failsIf(doubtful !== undefined, { authority: doubtful?.authorityName ?? '', rule });
  },
};
