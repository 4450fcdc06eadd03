import type { Actor } from './actor.ts'
import type { MediaId } from './id.ts'
import type { Moved } from './lifecycle.ts'
import type { Report } from './report.ts'

type Files = Pick<Report, 'media' | 'hiddenMedia' | 'unseenMedia'>

/** The report's files once the act is done. Staff answer for the photos they add; those a resident adds later wait for a moderator. */
export function mediaAfter({ media, hiddenMedia, unseenMedia }: Report, { act, by }: Pick<Moved, 'act' | 'by'>): Files {
  switch (act.kind) {
    case 'answer':
    case 'reopen':
      if (!isLookedAt(by)) return { media: joined(media, act.media), hiddenMedia, unseenMedia }
      return {
        media: joined(media, act.media),
        hiddenMedia: joined(hiddenMedia, act.media),
        unseenMedia: joined(unseenMedia, act.media),
      }
    case 'add':
      return { media: joined(media, act.media), hiddenMedia: joined(hiddenMedia, act.media), unseenMedia }
    case 'revise': {
      const out = act.without ?? []
      return {
        media: joined(media, act.media),
        hiddenMedia: joined(hiddenMedia, out),
        unseenMedia: without(unseenMedia, out),
      }
    }
    case 'resolve':
      return { media: joined(media, act.media), hiddenMedia, unseenMedia }
    case 'show_addition':
      return { media, hiddenMedia: without(hiddenMedia, act.files), unseenMedia: without(unseenMedia, act.files) }
    case 'decline_addition':
      return { media, hiddenMedia: joined(hiddenMedia, act.files), unseenMedia: without(unseenMedia, act.files) }
    case 'hide_media':
      return { media, hiddenMedia: joined(hiddenMedia, [act.media]), unseenMedia: without(unseenMedia, [act.media]) }
    case 'show_media':
      return { media, hiddenMedia: without(hiddenMedia, [act.media]), unseenMedia: without(unseenMedia, [act.media]) }
    default:
      return { media, hiddenMedia, unseenMedia }
  }
}

/** True when a moderator looks at somebody's files before they are shown: staff answer for their own. */
export function isLookedAt(by: Actor): boolean {
  return by.kind === 'resident' || by.kind === 'system'
}

function joined(some: readonly MediaId[], more: readonly MediaId[]): readonly MediaId[] {
  return [...new Set([...some, ...more])]
}

function without(some: readonly MediaId[], gone: readonly MediaId[]): readonly MediaId[] {
  return some.filter((id) => !gone.includes(id))
}
