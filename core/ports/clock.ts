// The time, so that decisions about time can be tested.

export interface Clock {
  now(): Date;
}
