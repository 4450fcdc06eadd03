import type { Say } from '#src/text/catalogue.ts'
import { type Clock, whenInWords } from '#src/text/time.ts'

type WhenProps = { readonly t: Say; readonly at: Temporal.Instant; readonly clock: Clock; readonly class?: string }

/** A moment as people say it, exact for machines. */
export function When({ t, at, clock, class: look }: WhenProps) {
  return (
    <time class={look} dateTime={exact(at)}>
      {whenInWords(at, clock, t)}
    </time>
  )
}

function exact(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}
