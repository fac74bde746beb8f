// One entry of a window's contract: a call with its answer, or an event. Both sides parse both.
import type { z } from 'zod';

export interface CallEntry<Q extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly request: Q;
  readonly response: A;
}
export interface EventEntry<P extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly payload: P;
}
export type Contract = Readonly<Record<string, CallEntry | EventEntry>>;

/** A question from the window and its answer. Only strict objects; every string and array bounded. */
export function call<Q extends z.ZodType, A extends z.ZodType>(
  request: Q,
  response: A,
): CallEntry<Q, A> {
  return { kind: 'call', request, response };
}

/** Something the window is told without asking. */
export function event<P extends z.ZodType>(payload: P): EventEntry<P> {
  return { kind: 'event', payload };
}

export type CallName<C extends Contract> = {
  [K in keyof C & string]: C[K] extends CallEntry ? K : never;
}[keyof C & string];
export type EventName<C extends Contract> = {
  [K in keyof C & string]: C[K] extends EventEntry ? K : never;
}[keyof C & string];
export type RequestOf<E> = E extends CallEntry<infer Q> ? z.infer<Q> : never;
export type ResponseOf<E> = E extends CallEntry<z.ZodType, infer A> ? z.infer<A> : never;
export type PayloadOf<E> = E extends EventEntry<infer P> ? z.infer<P> : never;
