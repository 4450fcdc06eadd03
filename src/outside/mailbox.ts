import type { Letter, Mail } from './mail.ts'

/** A letter, with the names of what came with it in place of the files. */
export type Kept = Omit<Letter, 'attachments'> & {
  readonly at: Temporal.Instant
  readonly attachments?: readonly { readonly name: string; readonly size: number }[]
}

const most = 500

/** Mail for a developer's own machine: letters go nowhere and are kept in memory, the newest 500, newest first. */
export function mailbox(now: () => Temporal.Instant): Mail & { letters(): readonly Kept[] } {
  let kept: readonly Kept[] = []
  return {
    async send(letter) {
      const { attachments, ...words } = letter
      const files = attachments?.map(({ name, bytes }) => ({ name, size: bytes.byteLength }))
      kept = [{ ...words, ...(files && { attachments: files }), at: now() }, ...kept].slice(0, most)
      return 'accepted'
    },
    letters: () => kept,
  }
}
