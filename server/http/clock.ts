/** The one place that reads the clock. Through `Date`, so that a preload can move it. */
export function systemClock(): Date {
  return new Date();
}
