import { createHash } from 'node:crypto'

import { type Mapped, mapped } from '#src/store/public-reports.ts'
import type { AskedVersions } from '../asked-versions.ts'
import type { Handler } from '../context.ts'
import { keptAnswers } from '../kept-answers.ts'
import { keptPages } from '../kept-pages.ts'
import { askedOf, filterOf, queryOf } from '../reports/filter-from-query.ts'
import { unclearIn, unclearProblem } from '../reports/unclear.ts'
import { drawTile } from './draw-tile.ts'
import { countedReports, isCounted, listedReports, mostListed } from './reports-in-tile.ts'
import { isTile } from './tile.ts'

/** Some kilobytes each: what a few thousand people look at, at different places and zooms. */
const mostKept = 4000
/** Raised when tiles come to be drawn otherwise: browsers keep what a tag names. */
const edition = 1

/**
 * Public reports as vector tiles, under the same filters as the list. A tile is good until the city's next change or
 * the next day, and a browser that has it is told so by one question to the database.
 */
export function tiles(versions: AskedVersions): Handler<'tile'> {
  const kept = keptAnswers(mostKept)
  const lists = keptPages<readonly Mapped[]>(100)

  return async ({ request, url, guide, holes, means, now, problem }) => {
    if (!isTile(holes)) return problem({ kind: 'not_found' })
    const unclear = unclearProblem(unclearIn(url.searchParams, guide))
    if (unclear) return problem(unclear)
    const { id: city, timeZone } = guide.city
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const query = queryOf(asked)
    const version = await versions.ofCity(city)
    const today = now.toZonedDateTimeISO(timeZone).startOfDay()
    const tx = means.store.of(city)
    const reports = async () => {
      if (isCounted(asked)) return countedReports(tx, guide, asked, holes)
      return listedReports(
        await lists(`${city}?${query}`, version, () => mapped(tx, filterOf(asked, guide), mostListed)),
        holes,
      )
    }

    const answer = await kept(request, {
      key: `${today.toPlainDate()} ${city}/${holes.z}/${holes.x}/${holes.y}?${query}`,
      version,
      // Under other filters it is another one: a map keeps what it has drawn when the mark is the same.
      etag: `W/"${edition}-${version}-${today.toPlainDate()}-${shortHash(query)}"`,
      type: 'application/vnd.mapbox-vector-tile',
      headers: [['access-control-allow-origin', '*']],
      draw: async () => drawTile(holes, await reports(), today.toInstant()),
    })
    return answer ?? problem({ kind: 'not_found' })
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
