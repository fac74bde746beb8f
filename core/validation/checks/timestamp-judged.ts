// A remark: a time stamp whose authority could not be judged, since no trust anchors were given.
import { type Check, failsIf } from './check.ts';

export const timestampJudged: Check = {
  id: 'timestamp-judged',
  reason: 'TIMESTAMP_NOT_JUDGED',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ timestamps, format }) => {
    if (format === 'rfc3161') return null;
    const unjudged = timestamps.find(({ intact, trusted }) => intact && trusted === null);
    return failsIf(unjudged !== undefined, { authority: unjudged?.authorityName ?? '' });
  },
};
