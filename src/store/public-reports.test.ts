import { beforeAll, expect, it } from 'vitest'
import { covers } from '#src/domain/covers.ts'
import { aReport, day, waterUtility } from '#src/domain/examples.ts'
import type { AreaId, CategoryId, DraftKey, OrganizationId, ReportId } from '#src/domain/id.ts'
import { isPublic, type Report, type Status, statuses } from '#src/domain/report.ts'
import {
  aGuide,
  aSource,
  cityLight,
  northern,
  oldTown,
  pothole,
  roadWorks,
  southern,
  streetLight,
  waterLeak,
} from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { aPerson } from '#test/some-reports.ts'
import type { Filter } from './narrowed.ts'
import { list } from './public-reports.ts'
import { insertOnce, save } from './reports.ts'
import type { Store } from './store.ts'

const { areas } = aSource()
const city = aGuide().city.id
const random = seeded(20261124)
const pick = <Value>(some: readonly [Value, ...Value[]]): Value => some[Math.floor(random() * some.length)] ?? some[0]

const categories = [waterLeak, streetLight, pothole] as const
const organizations = [waterUtility, cityLight, roadWorks] as const
const texts = [
  'Яма на ДОРОЗІ',
  'Знижка 100% на люк',
  'файл a_b.txt',
  'шлях C:\\люк',
  'Не світить ліхтар',
  "Під'їзд залило",
  '"лапки" і крапка.',
] as const
const places = ['вул. Київська, 5', 'майдан Згоди', '100 км', 'проспект Миру_1', ''] as const

describeOnBoth('a public list', (open) => {
  let store: Store
  let all: readonly Report[]

  beforeAll(async () => {
    store = await open()
    const author = await aPerson(store)
    all = Array.from({ length: 300 }, (_, index) => someReport(index, author.id))
    await store.inCity(city, async (tx) => {
      for (const report of all) {
        const counted = await insertOnce(tx, {
          ...report,
          status: 'submitted',
          organization: null,
          answerDue: null,
          confirmed: false,
          mergedInto: null,
        })
        await save(tx, report, counted?.seq ?? 0)
      }
    })
  })

  const single: readonly (readonly [string, Filter])[] = [
    ['nothing', {}],
    ...statuses.map((status) => [`the status ${status}`, { statuses: [status] }] as const),
    ['several statuses', { statuses: ['accepted', 'resolved', 'submitted'] }],
    ['no status', { statuses: [] }],
    ...categories.map((category) => [`the category ${category}`, { categories: [category] }] as const),
    ['two categories', { categories: [waterLeak, pothole] }],
    ['a group without categories', { categories: [] }],
    ['a category that is none', { categories: ['no-such' as CategoryId] }],
    ...organizations.map((organization) => [`the organization ${organization}`, { organization }] as const),
    ['an organization that is none', { organization: 'no-such' as OrganizationId }],
    ...areas.map(({ id }) => [`the area ${id}`, { area: id }] as const),
    ['an area that is none', { area: 'no-such' as AreaId }],
    ['a page of an area', { area: southern, before: 150 }],
    ['a beginning', { from: day(100) }],
    ['an end', { until: day(100) }],
    ['a moment without length', { from: day(100), until: day(100) }],
    ['a period', { from: day(50), until: day(60) }],
    ['a page', { before: 150 }],
    ['the page before the first', { before: 1 }],
  ]

  it.each(single)('narrowed by %s is what a plain look at every report gives', async (_, filter) => {
    expect(await numbers(filter)).toEqual(expected(filter))
  })

  const words = [
    'яма',
    'дорозі ЯМА',
    'на дорозі',
    'в',
    '100%',
    '%',
    '_',
    'a_b',
    'a%b',
    '\\',
    'C:\\люк',
    "під'їзд",
    '"лапки"',
    'київська люк',
    'світить  ліхтар',
    ' миру_1 ',
    '?',
    "'; drop table report; --",
    '.*',
  ]

  it.each(words)('finds the words %j as they stand, whatever signs are in them', async (one) => {
    expect(await numbers({ words: one })).toEqual(expected({ words: one }))
  })

  it('narrowed by several things at once holds what all of them allow', async () => {
    for (let round = 0; round < 100; round++) {
      const filter: Filter = {
        ...(random() < 0.4 && { statuses: [pick(statuses), pick(statuses)] }),
        ...(random() < 0.4 && { categories: [pick(categories), pick(categories)] }),
        ...(random() < 0.3 && { organization: pick(organizations) }),
        ...(random() < 0.3 && { area: pick([northern, southern, oldTown]) }),
        ...(random() < 0.3 && { words: pick(['а', 'люк', 'яма', '%', 'київська']) }),
        ...(random() < 0.4 && { from: day(Math.floor(random() * 300)) }),
        ...(random() < 0.4 && { until: day(Math.floor(random() * 300)) }),
        ...(random() < 0.3 && { before: Math.floor(random() * 300) + 1 }),
      }
      expect(await numbers(filter), JSON.stringify(filter)).toEqual(expected(filter))
    }
  })

  it('read page after page neither loses nor doubles a report', async () => {
    for (const filter of [{}, { categories: [pothole] }, { area: southern }, { words: 'а' }] satisfies Filter[]) {
      const read: number[] = []
      for (let page = await list(store.of(city), filter, 7); page.length > 0; page = await next(filter, read)) {
        read.push(...page.map(({ number }) => number))
      }
      expect(read).toEqual(expected(filter))
    }
  })

  it('read page after page is not shaken by reports that come in meanwhile', async () => {
    const first = await list(store.of(city), {}, 20)
    const last = first.at(-1)?.number ?? 0
    await store.inCity(city, async (tx) => {
      const { reporter } = all[0] ?? aReport()
      const late = { ...aReport({ reporter, organization: null }), id: crypto.randomUUID() as ReportId }
      const counted = await insertOnce(tx, late)
      await save(tx, { ...late, number: 301, status: 'not_resolved', organization: waterUtility }, counted?.seq ?? 0)
    })
    const second = await list(store.of(city), { before: last }, 20)
    expect([...first, ...second].map(({ number }) => number)).toEqual(expected({}).slice(0, 40))
  })

  function next(filter: Filter, read: readonly number[]) {
    const before = read.at(-1)
    return list(store.of(city), { ...filter, ...(before !== undefined && { before }) }, 7)
  }

  async function numbers(filter: Filter): Promise<number[]> {
    return (await list(store.of(city), filter, 1000)).map(({ number }) => number)
  }

  /** The same question, answered without a database. */
  function expected(filter: Filter): number[] {
    const { statuses, categories, organization, area, words, from, until, before } = filter
    const sought = words?.toLowerCase().split(/\s+/) ?? []
    return all
      .filter(isPublic)
      .filter(({ status }) => statuses?.includes(status) ?? true)
      .filter(({ categoryId }) => categories?.includes(categoryId) ?? true)
      .filter((report) => organization === undefined || report.organization === organization)
      .filter(({ location }) => area === undefined || liesIn(area, location))
      .filter(({ description, address }) =>
        sought.every((word) => has(` ${description} ${address}`.toLowerCase(), word)),
      )
      .filter(({ submittedAt }) => from === undefined || Temporal.Instant.compare(submittedAt, from) >= 0)
      .filter(({ submittedAt }) => until === undefined || Temporal.Instant.compare(submittedAt, until) < 0)
      .toSorted(newestFirst)
      .filter((report) => before === undefined || newestFirst(all[before - 1] ?? report, report) < 0)
      .map(({ number }) => number)
  }
})

function liesIn(area: AreaId, location: Report['location']): boolean {
  return areas.some(({ id, shape }) => id === area && location !== null && covers(shape, location))
}

function newestFirst(one: Report, other: Report): number {
  return Temporal.Instant.compare(other.submittedAt, one.submittedAt) || other.number - one.number
}

/** One or two letters are looked for where words begin alone. */
function has(text: string, word: string): boolean {
  if (word.length > 2) return text.includes(word)
  return new RegExp(`(^|[ \n(«"/-])${RegExp.escape(word)}`, 'u').test(text)
}

function someReport(index: number, reporter: Report['reporter']): Report {
  const status: Status = pick(statuses.filter((one) => one !== 'merged') as [Status, ...Status[]])
  const open = ['accepted', 'in_progress', 'awaiting_answer', 'postponed'].includes(status)
  const submittedAt = day(Math.floor(random() * 300))
  return aReport({
    number: index + 1,
    draftKey: crypto.randomUUID() as DraftKey,
    reporter,
    status,
    categoryId: pick(categories),
    organization: status === 'submitted' ? null : pick(organizations),
    description: `${pick(texts)}${pick([' ', '\r\n', ' («'])}${pick(texts)}`,
    address: pick(places),
    location: random() < 0.9 ? { lng: 28.6 + random() / 10, lat: 50.2 + random() / 10 } : null,
    submittedAt,
    statusSince: submittedAt,
    acceptedAt: isPublic({ status }) ? submittedAt : null,
    answerDue: open ? submittedAt.add({ hours: 24 * 30 }) : null,
  })
}

/** The same row of numbers on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
