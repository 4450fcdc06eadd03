import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type AreaShape, widestFirst } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, CityId, GroupId } from '#src/domain/id.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { Rule } from '#src/domain/routing.ts'
import { areasShape } from './areas-shape.ts'
import { categoriesShape } from './categories-shape.ts'
import { type CityFiles, faultsBetween } from './city-files.ts'
import { cityShape } from './city-shape.ts'
import type { Fault } from './fault.ts'
import { organizationsShape } from './organizations-shape.ts'
import { outlineShape } from './outline-shape.ts'
import { readYaml, type Yaml } from './read-yaml.ts'
import { responsibilityShape } from './responsibility-shape.ts'
import { type StaffMember, staffShape } from './staff-shape.ts'

/** A city as its files say it: what pages and rules look up, its parts on the map, and the people whom it lets act for it. */
export type CitySource = {
  readonly guide: Guide
  readonly staff: readonly StaffMember[]
  /** Where the guide's areas lie, in the same order. */
  readonly areas: readonly AreaShape[]
}

const required = ['city.yaml', 'organizations.yaml', 'categories.yaml', 'responsibility.yaml', 'outline.geojson']
const optional = ['areas.geojson', 'staff.yaml', 'demo', 'screens']

/** One city from its folder, or all that is wrong there. Faults name files as `folder` was given. */
export async function readCity(folder: string, id: string): Promise<Result<CitySource, readonly Fault[]>> {
  const faults = await faultsOfFolder(folder, id)
  if (faults.length > 0) return refuse(faults)

  const read = async <Shape extends z.ZodType>(name: string, shape: Shape): Promise<Yaml<z.output<Shape>> | null> => {
    const file = readYaml(join(folder, name), await readFile(join(folder, name)), shape)
    if (file.ok) return file.value
    faults.push(...file.problem)
    return null
  }
  const city = await read('city.yaml', cityShape)
  const organizations = await read('organizations.yaml', organizationsShape)
  const categories = await read('categories.yaml', categoriesShape)
  const responsibility = await read('responsibility.yaml', responsibilityShape)
  const outline = await read('outline.geojson', outlineShape)
  const there = await readdir(folder)
  const areas = there.includes('areas.geojson') ? await read('areas.geojson', areasShape) : null
  const staff = there.includes('staff.yaml') ? await read('staff.yaml', staffShape) : null
  if (!city || !organizations || !categories || !responsibility || !outline || faults.length > 0) return refuse(faults)

  const files: CityFiles = { city, organizations, categories, responsibility, outline, areas, staff }
  const between = faultsBetween(files)
  if (between.length > 0) return refuse(between)
  const inOrder = widestFirst(areas?.value.areas ?? [])
  return ok({ guide: guideOf(id as CityId, files, inOrder), staff: staff?.value ?? [], areas: inOrder })
}

async function faultsOfFolder(folder: string, id: string): Promise<Fault[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
  const missing = required.filter((name) => !names.includes(name))
  const unknown = names.filter((name) => ![...required, ...optional].includes(name))
  const isSlug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)
  const named = 'expected a folder name of a-z, 0-9 and single hyphens: it is the city’s address'
  return [
    ...(isSlug ? [] : [{ file: folder, line: null, message: named }]),
    ...missing.map((name) => ({ file: join(folder, name), line: null, message: 'is missing' })),
    ...unknown.map((name) => ({ file: join(folder, name), line: null, message: 'is no file of a city' })),
  ]
}

function guideOf(id: CityId, files: CityFiles, areas: readonly AreaShape[]): Guide {
  const { city, organizations, categories, responsibility, outline } = files
  const groups = categories.value
  return {
    city: { id, ...city.value },
    groups: groups.map(({ id, name }) => ({ id, name })),
    categories: new Map(
      groups.flatMap((group) => group.categories.map((category) => [category.id, { ...category, group: group.id }])),
    ),
    organizations: new Map(organizations.value.map((organization) => [organization.id, organization])),
    rules: rulesOf(responsibility.value),
    areas: new Map(areas.map(({ shape: _, ...area }) => [area.id, area])),
    areaSources: files.areas?.value.source ? [files.areas.value.source] : [],
    outline: outline.value,
  }
}

function rulesOf({ categories, groups, areas }: CityFiles['responsibility']['value']): readonly Rule[] {
  return [
    ...rulesIn(categories, groups, {}),
    ...Object.entries(areas).flatMap(([area, rules]) =>
      rulesIn(rules.categories, rules.groups, { area: area as AreaId }),
    ),
  ]
}

type ByKey = Readonly<Record<string, Rule['organization']>>

function rulesIn(categories: ByKey, groups: ByKey, where: Pick<Rule, 'area'>): readonly Rule[] {
  return [
    ...Object.entries(categories).map(([key, organization]) => ({
      category: key as CategoryId,
      organization,
      ...where,
    })),
    ...Object.entries(groups).map(([key, organization]) => ({ group: key as GroupId, organization, ...where })),
  ]
}
