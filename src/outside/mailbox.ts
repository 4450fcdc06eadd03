import type { Letter, Mail } from './mail.ts'

export type Kept = Letter & { readonly at: Temporal.Instant }

const most = 500

/** Mail for a developer's own machine: letters go nowhere and are kept in memory, the newest 500, newest first. */
export function mailbox(now: () => Temporal.Instant): Mail & { letters(): readonly Kept[] } {
  let kept: readonly Kept[] = []
  return {
    async send(letter) {
      kept = [{ ...letter, at: now() }, ...kept].slice(0, most)
      return 'accepted'
    },
    letters: () => kept,
  }
}
