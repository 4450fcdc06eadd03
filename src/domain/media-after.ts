import type { Act } from './act.ts'
import type { MediaId } from './id.ts'
import type { Report } from './report.ts'

/** The report's files once the act is done. Staff answer for the photos they add; those a resident adds later wait for a moderator. */
export function mediaAfter({ media, hiddenMedia }: Report, act: Act): Pick<Report, 'media' | 'hiddenMedia'> {
  switch (act.kind) {
    case 'answer':
    case 'add':
    case 'reopen':
      return { media: joined(media, act.media), hiddenMedia: joined(hiddenMedia, act.media) }
    case 'revise':
    case 'resolve':
      return { media: joined(media, act.media), hiddenMedia }
    case 'show_addition':
      return { media, hiddenMedia: hiddenMedia.filter((id) => !act.files.includes(id)) }
    case 'decline_addition':
      return { media, hiddenMedia: joined(hiddenMedia, act.files) }
    case 'hide_media':
      return { media, hiddenMedia: joined(hiddenMedia, [act.media]) }
    case 'show_media':
      return { media, hiddenMedia: hiddenMedia.filter((id) => id !== act.media) }
    default:
      return { media, hiddenMedia }
  }
}

function joined(some: readonly MediaId[], more: readonly MediaId[]): readonly MediaId[] {
  return [...new Set([...some, ...more])]
}
