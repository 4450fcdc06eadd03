import type { z } from 'zod'

import { covers } from '#src/domain/covers.ts'
import { overlap } from '#src/domain/overlap.ts'
import type { areasShape } from './areas-shape.ts'
import type { categoriesShape } from './categories-shape.ts'
import type { cityShape } from './city-shape.ts'
import type { Fault } from './fault.ts'
import type { organizationsShape } from './organizations-shape.ts'
import type { outlineShape } from './outline-shape.ts'
import type { Yaml } from './read-yaml.ts'
import type { responsibilityShape } from './responsibility-shape.ts'
import type { staffShape } from './staff-shape.ts'

/** The files of one city, each right in itself. */
export type CityFiles = {
  readonly city: Yaml<z.output<typeof cityShape>>
  readonly organizations: Yaml<z.output<typeof organizationsShape>>
  readonly categories: Yaml<z.output<typeof categoriesShape>>
  readonly responsibility: Yaml<z.output<typeof responsibilityShape>>
  readonly outline: Yaml<z.output<typeof outlineShape>>
  readonly areas: Yaml<z.output<typeof areasShape>> | null
  readonly staff: Yaml<z.output<typeof staffShape>> | null
}

/** Where the files of a city contradict each other. */
export function faultsBetween(files: CityFiles): readonly Fault[] {
  return [
    ...centerFaults(files),
    ...termFaults(files),
    ...areaFaults(files),
    ...ruleFaults(files),
    ...coverageFaults(files),
    ...staffFaults(files),
  ]
}

function centerFaults({ city, outline }: CityFiles): Fault[] {
  if (covers(outline.value, city.value.center)) return []
  return [city.fault(['center'], 'lies outside the outline')]
}

/** Against the shortest month, so that no month of the year makes a category's term longer than the city's. */
function termFaults({ city, categories }: CityFiles): Fault[] {
  const longest = city.value.policy.answerWithin
  return categories.value.flatMap((group, at) =>
    group.categories.flatMap(({ answerWithin }, place) => {
      if (!answerWithin || isNoLonger(answerWithin, longest)) return []
      const message = `is longer than the city’s own term, ${longest}`
      return [categories.fault([at, 'categories', place, 'answerWithin'], message)]
    }),
  )
}

function isNoLonger(term: Temporal.Duration, longest: Temporal.Duration): boolean {
  return Temporal.Duration.compare(term, longest, { relativeTo: '2026-02-01' }) <= 0
}

function areaFaults({ areas, outline }: CityFiles): Fault[] {
  if (!areas) return []
  return areas.value.areas.flatMap(({ shape }, at) =>
    overlap(shape, outline.value) ? [] : [areas.fault(['features', at, 'geometry'], 'lies outside the outline')],
  )
}

function ruleFaults({ organizations, categories, responsibility, areas }: CityFiles): Fault[] {
  const { fault, value } = responsibility
  const known = {
    organizations: new Set<string>(organizations.value.map(({ id }) => id)),
    categories: new Set<string>(categories.value.flatMap((group) => group.categories.map(({ id }) => id))),
    groups: new Set<string>(categories.value.map(({ id }) => id)),
  }
  const faultsOf = (rules: Readonly<Record<string, string>>, part: 'categories' | 'groups', where: readonly string[]) =>
    Object.entries(rules).flatMap(([key, organization]) => [
      ...(known[part].has(key) ? [] : [fault([...where, part, key], `there is no ${names[part]} "${key}"`)]),
      ...(known.organizations.has(organization)
        ? []
        : [fault([...where, part, key], `there is no organization "${organization}"`)]),
    ])
  const knownAreas = new Set<string>(areas?.value.areas.map(({ id }) => id))
  return [
    ...faultsOf(value.categories, 'categories', []),
    ...faultsOf(value.groups, 'groups', []),
    ...Object.entries(value.areas).flatMap(([area, rules]) => [
      ...(knownAreas.has(area) ? [] : [fault(['areas', area], `there is no area "${area}"`)]),
      ...faultsOf(rules.categories, 'categories', ['areas', area]),
      ...faultsOf(rules.groups, 'groups', ['areas', area]),
    ]),
    ...value.leftToModerator.flatMap((group, at) => [
      ...(known.groups.has(group) ? [] : [fault(['leftToModerator', at], `there is no group "${group}"`)]),
      ...(Object.hasOwn(value.groups, group)
        ? [fault(['leftToModerator', at], `"${group}" has an organization above`)]
        : []),
    ]),
  ]
}

const names = { categories: 'category', groups: 'group' } as const

/** A category without a rule is a decision, not an oversight: the moderator's part is written down. A rule for one area leaves the others. */
function coverageFaults({ categories, responsibility }: CityFiles): Fault[] {
  const { categories: own, groups, leftToModerator } = responsibility.value
  return categories.value.flatMap((group, at) => {
    if (Object.hasOwn(groups, group.id) || leftToModerator.includes(group.id)) return []
    return group.categories.flatMap(({ id }, place) => {
      if (Object.hasOwn(own, id)) return []
      const message = `"${id}" has no organization in responsibility.yaml, and its group is not left to the moderator`
      return [categories.fault([at, 'categories', place, 'id'], message)]
    })
  })
}

function staffFaults({ organizations, staff }: CityFiles): Fault[] {
  if (!staff) return []
  return staff.value.flatMap((member, at) => {
    if (member.role !== 'officer' || organizations.value.some(({ id }) => id === member.organization)) return []
    return [staff.fault([at, 'organization'], `there is no organization "${member.organization}"`)]
  })
}
