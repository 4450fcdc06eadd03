import { createHash } from 'node:crypto'

import type { Guide } from '#src/domain/guide.ts'
import { allPublished } from '#src/store/published-reports.ts'
import { type DataFormatName, dataFile, dataFormats } from '#src/text/open-data.ts'
import type { Context, Handler } from '../context.ts'
import { knows } from '../kept-answers.ts'
import type { CountTry } from '../limits.ts'
import type { PublicLooks } from '../public-look.ts'
import { askedOf, filterOf, queryOf } from '../reports/filter-from-query.ts'
import { unclearIn, unclearProblem } from '../reports/unclear.ts'
import { streamed } from './streamed.ts'

/** Sent at once by one process: each holds a piece of a hundred reports in memory. */
const mostAtOnce = 20

type SetContext = Context<'reportsCsv' | 'reportsGeojson'>
export type WholeSet = (context: SetContext, format: DataFormatName) => Promise<Response>

/** All public reports that match the same address as the list, as one file, however many: sent as they are read. */
export function wholeSet({ versions }: PublicLooks, countTry: CountTry, origin: string): WholeSet {
  let underWay = 0

  return async (context, name) => {
    const { request, url, guide, means, now, t, to, network, problem } = context
    const { city } = guide
    const unclear = unclearProblem(unclearIn(url.searchParams, guide))
    if (unclear) return problem(unclear)
    const asked = { ...askedOf(url.searchParams, guide), before: null }
    const format = dataFormats[name]
    const facts = [await versions.ofCity(city.id), editionOf(guide), t.locale, name, queryOf(asked)]
    const etag = `W/"${createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22)}"`
    const headers: [string, string][] = [
      ['content-type', format.type],
      ['content-disposition', `attachment; filename="${city.id}-reports.${name}"`],
      ['cache-control', 'no-cache'],
      ['access-control-allow-origin', '*'],
      ['etag', etag],
    ]
    if (name === 'csv') headers.push(['link', describedBy(to.reportsColumns(city.id))])
    if (knows(request, etag)) return new Response(null, { status: 304, headers })
    if (request.method === 'HEAD') return new Response(null, { headers })

    const seconds = await countTry('export_from_network', network, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })
    if (underWay >= mostAtOnce) return problem({ kind: 'too_many', seconds: 60 })

    const pages = allPublished(means.store.of(city.id), filterOf(asked, guide))
    const addressOf = (number: number) => origin + to.report(city.id, number)
    underWay += 1
    const body = streamed(dataFile(format, pages, { t, guide, addressOf }), () => {
      underWay -= 1
    })
    return new Response(body, { headers })
  }
}

/** The same reports, as a table. */
export function reportsCsv(wholeSet: WholeSet): Handler<'reportsCsv'> {
  return (context) => wholeSet(context, 'csv')
}

/** Where programs find what the columns mean (CSV on the Web). */
function describedBy(address: string): string {
  return `<${address}>; rel="describedby"; type="application/csvm+json"`
}

const editions = new WeakMap<Guide, string>()

/** What the names in a file come from, besides the reports: a city may call its categories otherwise. */
function editionOf(guide: Guide): string {
  const { groups, categories, organizations, areas } = guide
  const known = editions.get(guide)
  if (known) return known
  const names = [groups, ...[categories, organizations, areas].map((some) => [...some])]
  const edition = createHash('sha256').update(JSON.stringify(names)).digest('base64url')
  editions.set(guide, edition)
  return edition
}
