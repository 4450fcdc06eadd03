/** Both drivers give a `Date`; the rest of the program speaks of instants. */
export function instant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

export function instantOrNull(date: Date | null): Temporal.Instant | null {
  return date && instant(date)
}

/** As both drivers write it. */
export function moment(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}

export function momentOrNull(at: Temporal.Instant | null): Date | null {
  return at && moment(at)
}
