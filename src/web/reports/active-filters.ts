import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, dateInWords, dayInWords } from '#src/text/time.ts'
import type { Asked } from './filter-from-query.ts'

/** One filter in use: how it is called, and what is asked without it. */
export type ActiveFilter = { readonly words: string; readonly without: Asked }

/** The filters in use, in the order of the form. Without one of them the list begins at its newest again. */
export function activeFilters(t: Say, guide: Guide, clock: Clock, asked: Asked): readonly ActiveFilter[] {
  const { statuses, category, organization, area, words, from, to, overdue, trait } = asked
  const yearsDiffer = Boolean(from && to) && from.slice(0, 4) !== to.slice(0, 4)
  const day = (date: string) => {
    const plain = Temporal.PlainDate.from(date)
    return yearsDiffer ? dateInWords(plain, t) : dayInWords(plain.toZonedDateTime(clock.timeZone).toInstant(), clock, t)
  }
  const active = (name: string, less: Partial<Asked>) => ({ words: name, without: { ...asked, before: null, ...less } })
  return [
    ...statuses.map((status) => active(t(`status.${status}`), { statuses: statuses.filter((one) => one !== status) })),
    ...(category ? [active(categoryName(t, guide, category), { category: '' })] : []),
    ...(organization ? [active(organizationName(t, guide, organization), { organization: '' })] : []),
    ...(area ? [active(guide.areas.get(area as AreaId)?.name[t.locale] ?? area, { area: '' })] : []),
    ...(from ? [active(t('reports.chip_from', { day: day(from) }), { from: '' })] : []),
    ...(to ? [active(t('reports.chip_to', { day: day(to) }), { to: '' })] : []),
    ...(overdue ? [active(t('reports.chip_overdue', { day: day(overdue) }), { overdue: '' })] : []),
    ...(trait ? [active(t(`trait.${trait}`), { trait: '' })] : []),
    ...(words ? [active(t('reports.chip_words', { words }), { words: '' })] : []),
  ]
}

/** A category's name, or a group's. */
function categoryName({ locale }: Say, { categories, groups }: Guide, id: string): string {
  const named = categories.get(id as CategoryId) ?? groups.find((group) => group.id === id)
  return named?.name[locale] ?? id
}

function organizationName({ locale }: Say, { organizations }: Guide, id: string): string {
  return organizations.get(id as OrganizationId)?.name[locale] ?? id
}
