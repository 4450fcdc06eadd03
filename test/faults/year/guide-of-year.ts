import { aCity, waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import { aGuide, pothole, roadWorks } from '../../a-guide.ts'
import { daysOff, workedWeekends } from './calendar.ts'
import { mailOf } from './oracle.ts'
import { quickTerm } from './plan.ts'

/** The city that the year passes in: one organization names its head, potholes have a shorter term, and some days are off. */
export function guideOfYear(): Guide {
  const guide = aGuide()
  const holes = guide.categories.get(pothole)
  const [water, roads] = [guide.organizations.get(waterUtility), guide.organizations.get(roadWorks)]
  if (!holes || !water || !roads) throw new Error('The city has changed')
  return {
    ...guide,
    city: {
      ...guide.city,
      email: mailOf.city,
      calendar: {
        ...aCity().calendar,
        daysOff: daysOff.map((day) => Temporal.PlainDate.from(day)),
        workedWeekends: workedWeekends.map((day) => Temporal.PlainDate.from(day)),
      },
    },
    categories: new Map([
      ...guide.categories,
      [pothole, { ...holes, answerWithin: Temporal.Duration.from({ days: quickTerm }) }],
    ]),
    organizations: new Map([
      ...guide.organizations,
      [waterUtility, { ...water, email: mailOf.organizations[0], headEmail: mailOf.heads[0] }],
      [roadWorks, { ...roads, email: mailOf.organizations[1] }],
    ]),
  }
}
