import type { Organization } from '#src/domain/organization.ts'
import { statusesAtWork } from '#src/domain/report.ts'
import { firstMonth } from '#src/store/outcomes.ts'
import { list } from '#src/store/public-reports.ts'
import { dayInWords } from '#src/text/time.ts'
import type { Context, Handler, PageContent } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { narrowedBy, periodOf } from '../stats/asked-figures.ts'
import { readFigures } from '../stats/read-figures.ts'
import { streetSources } from '../still/street-sources.ts'

/** Fills two columns evenly. */
const mostShown = 6

/** One organization: what it answers for, what came of that, and what waits for it. */
export function organizationPage(looks: PublicLooks): Handler<'organization'> {
  return async (context) => {
    const { guide, holes, to } = context
    const organization = guide.organizations.get(holes.organization)
    if (!organization) return context.problem({ kind: 'not_found' })
    const address = to.organization(guide.city.id, organization.id)
    const also = (await context.basemap())?.edition ?? ''
    return looks.answer(
      context,
      { address, also, content: () => content(context, organization) },
      looks.versions.ofCity,
    )
  }
}

async function content(context: Context<'organization'>, organization: Organization): Promise<PageContent> {
  const { guide, means, now, t, to } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const { id } = organization
  const clock = { timeZone: city.timeZone, now }
  const today = now.toZonedDateTimeISO(city.timeZone).toPlainDate()
  const asked = { organization: id, category: '', area: '', from: '', to: '' }
  const first = await firstMonth(tx)
  const period = periodOf(asked, today, first)
  const [figures, overdue, open] = await Promise.all([
    readFigures(tx, guide, narrowedBy(asked, period, guide), today, { alone: true }),
    list(tx, { organization: id, overdue: { day: today, waitingStops: city.policy.waitingStopsTerm } }, mostShown),
    list(tx, { organization: id, statuses: statusesAtWork }, mostShown),
  ])
  const stats = {
    t,
    to,
    guide,
    asked,
    period,
    figures,
    first,
    today: today.toString(),
    todayInWords: dayInWords(now, clock, t),
  }
  const streets = await streetSources(context)
  // Its charts, as those of all figures.
  const { OrganizationPage } = await import('./organization-page.tsx')
  return {
    title: organization.name[t.locale],
    description: t('organizations.description', { city: city.nameOf[t.locale] }),
    body: <OrganizationPage {...stats} {...{ organization, clock, overdue, open, streets }} />,
  }
}
