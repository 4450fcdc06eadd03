import { figuresSince } from '#src/store/city-figures.ts'
import { list } from '#src/store/public-reports.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { CityPage } from './city-page.tsx'

/** Fills two or three columns evenly. */
const newest = 6
const figureDays = 30

/** A city's front page: what this is, where to report, what was reported lately. */
export function cityPage(looks: PublicLooks): Handler<'city'> {
  return (context) => {
    const address = context.to.city(context.guide.city.id)
    return looks.answer(context, { address, content: () => content(context) }, looks.versions.ofCity)
  }
}

async function content({ guide, means, now, t, to }: Context<'city'>): Promise<PageContent> {
  const { city } = guide
  const tx = means.store.of(city.id)
  const [reports, figures] = await Promise.all([
    list(tx, {}, newest),
    figuresSince(tx, startOfFigures(now, city.timeZone)),
  ])
  const clock = { timeZone: city.timeZone, now }
  return {
    title: t('city.title'),
    description: t('city.lead', { city: city.nameOf[t.locale] }),
    body: <CityPage t={t} to={to} guide={guide} clock={clock} reports={reports} figures={figures} />,
    islands: ['map'],
  }
}

/** Today and the days before it, whole: so the figures change with what happens and at midnight, at no other time. */
function startOfFigures(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return today
    .subtract({ days: figureDays - 1 })
    .toZonedDateTime(timeZone)
    .toInstant()
}
