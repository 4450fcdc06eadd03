import type { Guide } from '#src/domain/guide.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import * as store from '#src/store/sitemap.ts'
import type { Tx } from '#src/store/store.ts'
import { xml } from '#src/text/xml.ts'
import type { Handler } from '../context.ts'
import { streamed } from '../open-data/streamed.ts'
import { type Paths, paths } from '../routes.ts'

/** Numbers of reports in one file: each has a page in every language, and a file may name 50,000 (sitemaps.org). */
const numbersInFile = 10_000
const readAtOnce = 1000

/** Where search engines begin: every city's files, as many as its reports need. */
export function sitemap(origin: string): Handler<'sitemap'> {
  return async ({ guides, means }) => {
    const files = await Promise.all(
      [...guides.keys()].map(async (city) => {
        const count = filesFor(await store.lastNumber(means.store.of(city)))
        return Array.from({ length: count }, (_, at) => origin + paths('uk').citySitemap(city, at + 1))
      }),
    )
    const entries = files.flat().map((address) => `<sitemap><loc>${xml(address)}</loc></sitemap>\n`)
    const index = `${declaration}<sitemapindex xmlns="${namespace}">\n${entries.join('')}</sitemapindex>\n`
    return new Response(index, { headers })
  }
}

/** Pages of a city and of its public reports, each in every language. */
export function citySitemap(origin: string): Handler<'citySitemap'> {
  return async ({ request, guide, holes, means, problem }) => {
    const tx = means.store.of(guide.city.id)
    if (holes.page > filesFor(await store.lastNumber(tx))) return problem({ kind: 'not_found' })
    if (request.method === 'HEAD') return new Response(null, { headers })
    return new Response(
      streamed(written(tx, guide, holes.page, origin), () => undefined),
      { headers },
    )
  }
}

async function* written(tx: Tx, { city, organizations }: Guide, page: number, origin: string): AsyncGenerator<string> {
  const pages: readonly ((to: Paths) => string)[] = [
    (to) => to.city(city.id),
    (to) => to.reports(city.id),
    (to) => to.map(city.id),
    (to) => to.stats(city.id),
    (to) => to.organizations(city.id),
    ...[...organizations.keys()].map((id) => (to: Paths) => to.organization(city.id, id)),
    (to) => to.help(city.id),
    (to) => to.openData(city.id),
  ]
  const first = page === 1 ? pages.map((address) => inEveryLanguage(origin, address)).join('') : ''
  yield `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${first}`
  const end = page * numbersInFile
  for (let from = end - numbersInFile + 1; from <= end; from += readAtOnce) {
    const reports = await store.publicNumbers(tx, from, from + readAtOnce - 1)
    yield reports
      .map(({ number, since }) => inEveryLanguage(origin, (to) => to.report(city.id, number), since))
      .join('')
  }
  yield '</urlset>\n'
}

function inEveryLanguage(origin: string, addressIn: (to: Paths) => string, since?: Temporal.Instant): string {
  const address = (locale: Locale) => xml(origin + addressIn(paths(locale)))
  const links = locales.map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address(one)}"/>`).join('')
  const changed = since ? `<lastmod>${since.toString({ smallestUnit: 'second' })}</lastmod>` : ''
  return locales.map((one) => `<url><loc>${address(one)}</loc>${changed}${links}</url>\n`).join('')
}

/** At least one: a city has pages before its first report. */
function filesFor(lastNumber: number): number {
  return Math.max(1, Math.ceil(lastNumber / numbersInFile))
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' }
