// A way to the authority as the outbox uses it, whatever sort of message it carries.
import type { ApplicationChannel } from '../../ports/application-channel.ts';
import type { OutboxHandIn, OutboxReport } from '../../ports/outbox-store.ts';
import type { Acknowledgement, ChannelId, ReportChannel } from '../../ports/report-channel.ts';

/** As core/ports/report-channel.ts says it of reports. */
export interface Carrier<M> {
  readonly id: ChannelId;
  readonly fits?: (message: M) => boolean;
  send(message: M, signal: AbortSignal): Promise<Acknowledgement>;
  readonly status?: (
    message: M,
    signal: AbortSignal,
    last: Acknowledgement,
  ) => Promise<Acknowledgement>;
}

export function reportCarrier(channel: ReportChannel): Carrier<OutboxReport> {
  const { id, fits, status } = channel;
  return {
    id,
    ...(fits && { fits: ({ request }: OutboxReport) => fits(request) }),
    send: ({ request, papers }, signal) => channel.send(request, papers, signal),
    ...(status && {
      status: ({ request, papers }: OutboxReport, signal: AbortSignal, last: Acknowledgement) =>
        status(request, papers, signal, last),
    }),
  };
}

export function handInCarrier(channel: ApplicationChannel): Carrier<OutboxHandIn> {
  const { id, status } = channel;
  return {
    id,
    send: ({ handIn }, signal) => channel.send(handIn, signal),
    ...(status && {
      status: ({ handIn }: OutboxHandIn, signal: AbortSignal) => status(handIn, signal),
    }),
  };
}
