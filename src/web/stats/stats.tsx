import { firstMonth } from '#src/store/outcomes.ts'
import { dayInWords } from '#src/text/time.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { addressSaying, toldUnclear, type Unclear } from '../reports/unclear.ts'
import {
  type AskedFigures,
  askedFiguresOf,
  narrowedBy,
  periodOf,
  queryOfFigures,
  unclearFiguresIn,
} from './asked-figures.ts'
import { readFigures } from './read-figures.ts'

/** A city's figures, narrowed by what the address says. */
export function statsPage(looks: PublicLooks): Handler<'stats'> {
  return async (context) => {
    const { url, guide, to } = context
    const asked = askedFiguresOf(url.searchParams, guide)
    const query = queryOfFigures(asked)
    const unclear = toldUnclear(url.searchParams, unclearFiguresIn(url.searchParams, guide))
    const address = addressSaying(to.stats(guide.city.id) + (query ? `?${query}` : ''), unclear)
    return looks.answer(context, { address, content: () => content(context, asked, unclear) }, looks.versions.ofCity)
  }
}

async function content(
  { guide, means, now, t, to }: Context<'stats'>,
  asked: AskedFigures,
  unclear: readonly Unclear[],
): Promise<PageContent> {
  const { city } = guide
  const tx = means.store.of(city.id)
  const today = now.toZonedDateTimeISO(city.timeZone).toPlainDate()
  const first = await firstMonth(tx)
  const period = periodOf(asked, today, first)
  const figures = await readFigures(tx, guide, narrowedBy(asked, period, guide), today, { first })
  // A start need not wait for what draws charts.
  const { StatsPage } = await import('./stats-page.tsx')
  const todayInWords = dayInWords(now, { timeZone: city.timeZone, now }, t)
  return {
    title: t('figures.title'),
    description: t('figures.description', { city: city.nameOf[t.locale] }),
    here: 'stats',
    body: (
      <StatsPage {...{ t, to, guide, asked, unclear, period, todayInWords, figures, first }} today={today.toString()} />
    ),
  }
}
