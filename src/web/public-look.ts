import type { CityId } from '#src/domain/id.ts'
import type { Store } from '#src/store/store.ts'
import { type AskedVersions, askedVersions } from './asked-versions.ts'
import type { Context, PageContent } from './context.ts'
import { type KeptAnswers, keptAnswers } from './kept-answers.ts'

type CityContext = Context<'city' | 'reports' | 'report' | 'stats' | 'organization' | 'openData'>

/** A page that everyone may read, and where it stands. */
export type PublicPage = {
  /** The one address of this page, with the query that it means and nothing more. */
  readonly address: string
  /** What it depends on besides its version and the day. */
  readonly also?: string
  /** Null when there is no such page any more; at least as new as the version. */
  readonly content: (version: number) => Promise<PageContent | null>
}

/** How pages that everyone may read are answered: kept for visitors, drawn for those who are signed in. */
export type PublicLooks = {
  readonly versions: AskedVersions
  readonly kept: KeptAnswers
  answer(context: CityContext, page: PublicPage, versionOf: (city: CityId) => Promise<number>): Promise<Response>
}

/** Pages of one city's size; a large one is some 60 KB with its compressed forms. */
const mostKept = 1000

export function publicLooks(store: Store): PublicLooks {
  const versions = askedVersions(store)
  const kept = keptAnswers(mostKept)
  return {
    versions,
    kept,
    async answer(context, { address, also = '', content }, versionOf) {
      const { request, url, guide, now, pictures } = context
      if ((await context.viewer()).kind === 'person') {
        const drawn = await drawnFrom(context, content, await versionOf(guide.city.id))
        return drawn ? context.html(drawn) : context.problem({ kind: 'not_found' })
      }
      // What else stands in an address would be kept with the page, and shown to others in its links.
      if (url.search !== new URL(address, url).search) return elsewhere(address)

      const day = now.toZonedDateTimeISO(guide.city.timeZone).toPlainDate().toString()
      const version = await versionOf(guide.city.id)
      const answer = await kept(request, {
        key: `${day} ${also} ${pictures} ${address}`,
        version,
        type: 'text/html; charset=utf-8',
        draw: () => drawnFrom(context, content, version),
      })
      return answer ?? context.problem({ kind: 'not_found' })
    },
  }
}

async function drawnFrom(
  context: CityContext,
  content: PublicPage['content'],
  version: number,
): Promise<string | null> {
  const found = await content(version)
  return found && context.draw(found)
}

function elsewhere(address: string): Response {
  return new Response(null, { status: 302, headers: { location: address } })
}
