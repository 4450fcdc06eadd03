import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '#src/domain/result.ts'
import { type Fault, faultLine } from './fault.ts'
import { readCities } from './read-cities.ts'
import type { CitySource } from './read-city.ts'

/** The files of the smallest city that reads without fault, for tests to break one thing in. */
export const smallCity: Readonly<Record<string, string>> = {
  'city.yaml': `name: { uk: Мале, en: Small }
nameOf: { uk: Малого, en: Small }
timeZone: Europe/Kyiv
center: { lng: 30.5, lat: 50.5 }
policy:
  answerWithin: P1M
  reopenWithin: P30D
  mostMedia: 5
calendar:
  daysOff: [2027-01-01]
  workedWeekends: [2027-01-09]
phones:
  - { dial: '112', shown: '112', name: { uk: Допомога, en: Help }, emergency: true }
`,
  'organizations.yaml': `- id: water-utility
  name: { uk: Водоканал, en: Water Utility }
  email: water@city.example
- id: guard
  name: { uk: Варта, en: Guard }
  email: guard@city.example
`,
  'categories.yaml': `- id: water
  name: { uk: Вода, en: Water }
  categories:
    - id: water-leak
      name: { uk: Витік, en: Leak }
      questions:
        - id: source
          label: { uk: Звідки?, en: From where? }
          answer: choice
          required: true
          options:
            - { id: ground, uk: З землі, en: Ground }
            - { id: manhole, uk: З люка, en: Manhole }
        - id: depth
          label: { uk: Глибина, en: Depth }
          answer: number
          onlyIf: { question: source, is: manhole }
    - id: no-water
      name: { uk: Немає води, en: No water }
      open: false
- id: other
  name: { uk: Інше, en: Other }
  categories:
    - id: noise
      name: { uk: Шум, en: Noise }
    - id: else
      name: { uk: Інша проблема, en: Another problem }
`,
  'responsibility.yaml': `groups:
  water: water-utility
categories:
  noise: guard
leftToModerator: [other]
`,
  'outline.geojson': `{
  "type": "Feature",
  "properties": {},
  "geometry": {
    "type": "Polygon",
    "coordinates": [[
      [30, 50],
      [31, 50],
      [31, 51],
      [30, 50]
    ]]
  }
}
`,
  'staff.yaml': `- { email: Officer@City.example, role: officer, organization: guard, firstName: Ігор, lastName: Сич }
- { email: admin@city.example, role: administrator, firstName: Ніна, lastName: Гай }
`,
}

type Files = Readonly<Record<string, string | Uint8Array | null>>

/** Reads a folder with the small city in it, some of its files replaced or, by null, left out. */
export async function readWith(files: Files, id = 'small'): Promise<Result<readonly CitySource[], readonly Fault[]>> {
  await using folder = await temporaryFolder()
  await mkdir(join(folder.path, id))
  for (const [name, text] of Object.entries({ ...smallCity, ...files })) {
    if (text !== null) await writeFile(join(folder.path, id, name), text)
  }
  const read = await readCities(folder.path)
  if (read.ok) return read
  return {
    ok: false,
    problem: read.problem.map((fault) => ({ ...fault, file: fault.file.slice(folder.path.length + 1) })),
  }
}

/** What is told of the small city with these files. */
export async function toldOf(files: Files, id?: string): Promise<readonly string[]> {
  const read = await readWith(files, id)
  return read.ok ? [] : read.problem.map(faultLine)
}

/** What is told of the small city with one text in one of its files replaced by another. */
export async function toldOfChange(file: string, before: string, after: string): Promise<readonly string[]> {
  const text = smallCity[file]
  if (!text?.includes(before)) throw new Error(`${file} has no ${before}`)
  return toldOf({ [file]: text.replace(before, after) })
}

/** An empty folder that goes with its scope. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'cities-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
