import type { Act } from './act.ts'
import type { MediaId } from './id.ts'
import type { Report } from './report.ts'

type Files = Pick<Report, 'media' | 'hiddenMedia' | 'unseenMedia'>

/** The report's files once the act is done. Staff answer for the photos they add; those a resident adds later wait for a moderator. */
export function mediaAfter({ media, hiddenMedia, unseenMedia }: Report, act: Act): Files {
  switch (act.kind) {
    case 'answer':
    case 'reopen':
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

function joined(some: readonly MediaId[], more: readonly MediaId[]): readonly MediaId[] {
  return [...new Set([...some, ...more])]
}

function without(some: readonly MediaId[], gone: readonly MediaId[]): readonly MediaId[] {
  return some.filter((id) => !gone.includes(id))
}
