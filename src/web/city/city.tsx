import type { Area } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId } from '#src/domain/id.ts'
import { type CityFigures, figuresByArea, figuresSince } from '#src/store/city-figures.ts'
import { list } from '#src/store/public-reports.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import { titleOf } from '../feeds/reports-atom.ts'
import type { PublicLooks } from '../public-look.ts'
import { nothingAsked } from '../reports/filter-from-query.ts'
import { streetSources } from '../still/street-sources.ts'
import { CityPage } from './city-page.tsx'

/** Fills two or three columns evenly. */
const newest = 6
const figureDays = 30

/** A city's front page: what this is, where to report, what was reported lately. */
export function cityPage(looks: PublicLooks): Handler<'city'> {
  return async (context) => {
    const address = context.to.city(context.guide.city.id)
    const also = (await context.basemap())?.edition ?? ''
    return looks.answer(
      context,
      { address, also, content: (version) => content(context, address, version) },
      looks.versions.ofCity,
    )
  }
}

async function content(context: Context<'city'>, page: string, known: number): Promise<PageContent> {
  const { guide, means, now, t, to } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const since = startOfFigures(now, city.timeZone)
  const areas = widestOf(guide)
  const [reports, figures, byArea] = await Promise.all([
    list(tx, {}, newest),
    figuresSince(tx, since),
    areas.length > 0
      ? figuresByArea(
          tx,
          areas.map(({ id }) => id),
          since,
        )
      : new Map<AreaId, CityFigures>(),
  ])
  const clock = { timeZone: city.timeZone, now }
  const streets = await streetSources(context)
  return {
    title: t('city.title'),
    description: t('city.lead', { city: city.nameOf[t.locale] }),
    alternates: [
      { type: 'application/ld+json', title: t('open_data.title'), address: to.dataCatalog(city.id) },
      { type: 'application/atom+xml', title: titleOf(context, nothingAsked), address: to.reportsAtom(city.id) },
    ],
    linked: {
      '@type': 'WebSite',
      name: `${t('product.name')} · ${city.name[t.locale]}`,
      url: context.origin + to.city(city.id),
      inLanguage: t.locale,
      description: t('city.lead', { city: city.nameOf[t.locale] }),
    },
    body: <CityPage {...{ t, to, guide, clock, reports, streets, figures }} inAreas={{ areas, figures: byArea }} />,
    kept: page,
    live: { stream: to.live(city.id), since: known, page },
    islands: ['map'],
  }
}

/** The districts of a city; of one that has none, its neighbourhoods. */
function widestOf({ areas }: Guide): readonly Area[] {
  const all = [...areas.values()]
  return all.filter(({ kind }) => kind === all[0]?.kind)
}

/** Today and the days before it, whole: so the figures change with what happens and at midnight, at no other time. */
function startOfFigures(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return today
    .subtract({ days: figureDays - 1 })
    .toZonedDateTime(timeZone)
    .toInstant()
}
