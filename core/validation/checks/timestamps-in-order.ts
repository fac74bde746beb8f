// The order of time stamps (EN 319 102-1 5.6.3, TIMESTAMP_ORDER_FAILURE): what was there when a document was stamped
// cannot state a later time than that stamp. Of two trusted stamps that do, nobody can tell which is wrong.
import { type Check, failsIf } from './check.ts';

/** How far the clocks of two authorities may be apart. */
const APART = 5 * 60_000;

export const timestampsInOrder: Check = {
  id: 'timestamps-in-order',
  reason: 'TIMESTAMPS_OUT_OF_ORDER',
  indication: 'INDETERMINATE',
  subIndication: 'TIMESTAMP_ORDER_FAILURE',
  failure: ({ timestamps, proven }) => {
    if (proven === null) return null;
    const limit = proven.getTime() + APART;
    const late = timestamps.find(
      ({ token, intact, trusted }) =>
        intact && trusted === true && token !== null && token.time.getTime() > limit,
    );
    const time = late?.token?.time.toISOString() ?? '';
    return failsIf(late !== undefined, { time, later: proven.toISOString() });
  },
};
