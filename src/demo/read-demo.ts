import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, OrganizationId } from '#src/domain/id.ts'
import { answersToKeep, unanswered } from '#src/domain/questions.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { Fault } from '#src/outside/cities/fault.ts'
import { readYaml } from '#src/outside/cities/read-yaml.ts'
import { type CategoryTexts, categoriesTexts, type PeopleAndPlaces, peopleAndPlaces } from './demo-shape.ts'
import { diceOf } from './dice.ts'
import { scenes } from './scenes/scenes.ts'
import { vary } from './vary.ts'

/** What a city's demo is told from. */
export type Demo = PeopleAndPlaces & { readonly categories: ReadonlyMap<CategoryId, CategoryTexts> }

const general = 'city.yaml'

/** A city's `demo` folder: `city.yaml` and any number of files with texts by category; null when it has none. */
export async function readDemo(folder: string, guide: Guide): Promise<Result<Demo, readonly Fault[]> | null> {
  const names = await readdir(folder).catch(() => null)
  if (!names?.includes(general)) return null

  const faults: Fault[] = []
  const read = async <Shape extends z.ZodType>(name: string, shape: Shape): Promise<z.output<Shape> | null> => {
    const file = readYaml(join(folder, name), await readFile(join(folder, name)), shape)
    if (file.ok) return file.value.value
    faults.push(...file.problem)
    return null
  }
  const people = await read(general, peopleAndPlaces)
  const categories = new Map<CategoryId, CategoryTexts>()
  for (const name of names.filter((one) => one.endsWith('.yaml') && one !== general).sort()) {
    const texts = await read(name, categoriesTexts)
    for (const [id, of] of Object.entries(texts ?? {}) as [CategoryId, CategoryTexts][]) {
      categories.set(id, of)
      faults.push(...faultsOf(id, of, guide).map((message) => ({ file: join(folder, name), line: null, message })))
    }
  }
  return people && faults.length === 0 ? ok({ ...people, categories }) : refuse(faults)
}

/** What the shapes cannot know: whether it fits the city. */
function faultsOf(id: CategoryId, { says, scenes: names, passes }: CategoryTexts, guide: Guide): string[] {
  const category = guide.categories.get(id)
  if (!category) return [`${id}: is no category of the city`]
  const organizations = [...passes.map(({ to }) => to), ...says.map((one) => one.organization)]
  return [
    ...names.filter((name) => !(name in scenes)).map((name) => `${id}: no scene is called "${name}"`),
    ...organizations
      .filter((one): one is OrganizationId => one !== undefined && !guide.organizations.has(one))
      .map((one) => `${id}: "${one}" is no organization of the city`),
    ...says.flatMap(({ text, answers = {} }) => {
      const given = Object.fromEntries(
        Object.entries(answers).map(([question, answer]) => [question, vary(answer, diceOf(text))]),
      )
      const kept = answersToKeep(category.questions, given)
      const lost = Object.keys(given).filter((question) => !(question in kept))
      const left = unanswered(category.questions, given).map((question) => question.id)
      const begins = `${id}: "${text.slice(0, 30)}…"`
      return [
        ...lost.map((question) => `${begins} answers "${question}" as cannot be`),
        ...left.map((question) => `${begins} must answer "${question}"`),
      ]
    }),
  ]
}
