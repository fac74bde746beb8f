// The order of time stamps (EN 319 102-1, TIMESTAMP_ORDER_FAILURE): what was there when a document was stamped
// cannot state a later time than that stamp. Of two trusted stamps that do, nobody can tell which is wrong.
import { type Check, failsIf } from './check.ts';

export const timestampsInOrder: Check = {
  id: 'timestamps-in-order',
  reason: 'TIMESTAMPS_OUT_OF_ORDER',
  indication: 'INDETERMINATE',
  subIndication: 'TIMESTAMP_ORDER_FAILURE',
  failure: ({ timestamps, proven, skewMs }) => {
    if (proven === null) return null;
    const limit = proven.getTime() + skewMs;
    const late = timestamps.find(
      ({ token, intact, trusted }) =>
        intact && trusted === true && token !== null && token.time.getTime() > limit,
    );
    const time = late?.token?.time.toISOString() ?? '';
    return failsIf(late !== undefined, { time, later: proven.toISOString() });
  },
};
