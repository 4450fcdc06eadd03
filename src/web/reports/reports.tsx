import { list } from '#src/store/public-reports.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import { titleOf } from '../feeds/reports-atom.ts'
import type { PublicLooks } from '../public-look.ts'
import { streetSources } from '../still/street-sources.ts'
import { type Asked, addressWith, askedOf, filterOf, numberAsked } from './filter-from-query.ts'
import { ReportsPage } from './reports-page.tsx'
import { addressSaying, toldUnclear, type Unclear, unclearIn } from './unclear.ts'

const onePage = 30

/** The list of a city's public reports, narrowed by what its address says. */
export function reportsPage(looks: PublicLooks): Handler<'reports'> {
  return async (context) => {
    const { url, guide, to } = context
    const asked = askedOf(url.searchParams, guide)
    const unclear = toldUnclear(url.searchParams, unclearIn(url.searchParams, guide))
    const address = addressSaying(addressWith(to.reports(guide.city.id), asked), unclear)
    const also = (await context.basemap())?.edition ?? ''
    return looks.answer(
      context,
      { address, also, content: (version) => content(context, { asked, unclear }, address, version) },
      looks.versions.ofCity,
    )
  }
}

async function content(
  context: Context<'reports'>,
  { asked, unclear }: { readonly asked: Asked; readonly unclear: readonly Unclear[] },
  address: string,
  since: number,
): Promise<PageContent> {
  const { guide, means, now, t, to } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  // One more than is shown tells whether there are older ones.
  const found = await list(tx, filterOf(asked, guide), onePage + 1)
  const page = found.slice(0, onePage)
  const older = found.length > onePage ? (page.at(-1)?.number ?? null) : null
  const number = numberAsked(asked)
  const named = number ? await list(tx, { ...filterOf({ ...asked, words: '' }, guide), numbers: [number] }, 1) : []
  const reports = [...named, ...page.filter((report) => report.number !== number)]
  const clock = { timeZone: city.timeZone, now }
  const streets = await streetSources(context)
  return {
    title: t('reports.title'),
    description: t('reports.description', { city: city.nameOf[t.locale] }),
    here: 'reports',
    alternates: [
      {
        type: 'application/atom+xml',
        title: titleOf(context, asked),
        address: addressWith(to.reportsAtom(city.id), { ...asked, before: null }),
      },
    ],
    body: <ReportsPage {...{ t, to, guide, clock, asked, unclear, reports, streets, older }} />,
    kept: address,
    live: { stream: to.live(city.id), since, page: address },
    islands: ['map'],
  }
}
