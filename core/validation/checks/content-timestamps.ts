// Time stamps over the content (ETSI EN 319 122-1 5.2.8): they precede those over the signature (EN 319 102-1
// 5.5.4, step 4 e), and stamp what is signed (5.2.8.4.2.5).
import { latest, trustedTimes } from '../timestamp-facts.ts';
import { type Check, failsIf } from './check.ts';

export const contentTimestampFirst: Check = {
  id: 'content-timestamp-first',
  reason: 'CONTENT_TIMESTAMP_LATER',
  indication: 'INDETERMINATE',
  subIndication: 'TIMESTAMP_ORDER_FAILURE',
  failure: ({ intact, contentTimestamps, bestTime, skewMs }) => {
    const time = latest(trustedTimes(contentTimestamps));
    if (!intact || time === null || bestTime === null) return null;
    return failsIf(time.getTime() > bestTime.getTime() + skewMs, {
      time: time.toISOString(),
      earlier: bestTime.toISOString(),
    });
  },
};

/** A remark: the standard asks for no time stamp over the content, and one that does not hold proves nothing. */
export const contentTimestampSound: Check = {
  id: 'content-timestamp-sound',
  reason: 'CONTENT_TIMESTAMP_UNUSED',
  indication: 'TOTAL_PASSED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: ({ intact, contentTimestamps }) => {
    const doubtful = contentTimestamps.find((one) => trustedTimes([one]).length === 0);
    return failsIf(intact && doubtful !== undefined, { authority: doubtful?.authorityName ?? '' });
  },
};
