import { describe, expect, it } from 'vitest'
import type { Category } from './category.ts'
import { day } from './examples.ts'
import type { CategoryId, GroupId } from './id.ts'
import { type Labelled, type Scene, scenes } from './known.examples.ts'
import { type Candidate, knownAlready, leastSameness, ranked } from './known.ts'

const reach: Readonly<Record<string, number>> = {
  'street-light-off': 30,
  'water-leak': 100,
  'no-water': 150,
  'lamp-post': 30,
}
const aCategory = (id: string, sameWithin = reach[id] ?? 50): [CategoryId, Category] => [
  id as CategoryId,
  { id: id as CategoryId, group: 'any' as GroupId, name: { uk: id, en: id }, open: true, questions: [], sameWithin },
]
const categories = new Map(
  scenes.flatMap(({ open, asks }) => [...open, ...asks]).map(({ category }) => aCategory(category)),
)
const now = day(100)

describe('what may be known already', () => {
  const lamp = { categoryId: 'street-light-off' as CategoryId, description: 'Не світить ліхтар' }
  const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
    ...lamp,
    metres: 3,
    submittedAt: day(97),
    ...changes,
  })

  it('is nothing beyond what the category calls one place', () => {
    expect(knownAlready(lamp, [candidate({ metres: 31 })], categories, now)).toEqual([])
    expect(knownAlready(lamp, [candidate({ metres: 5 })], categories, now)).toHaveLength(1)
  })

  it('comes with the nearest of equals first, then the newer', () => {
    const [far, near, old] = [
      candidate({ metres: 9 }),
      candidate({ metres: 2 }),
      candidate({ metres: 2, submittedAt: day(0) }),
    ]
    expect(knownAlready(lamp, [far, old, near], categories, now)).toEqual([near, old, far])
  })

  it('is told before a word is written', () => {
    expect(knownAlready({ ...lamp, description: '' }, [candidate()], categories, now)).toHaveLength(1)
  })

  it('is never more than three', () => {
    const five = Array.from({ length: 5 }, () => candidate())
    expect(knownAlready(lamp, five, categories, now)).toHaveLength(3)
    expect(ranked(lamp, five, categories, now)).toHaveLength(5)
  })
})

describe('on the labelled scenes, a suggestion', () => {
  const outcomes = (least: number) => scenes.flatMap((scene) => scene.asks.map((ask) => outcomeOf(scene, ask, least)))

  it('has the precision and recall that the threshold was chosen for', () => {
    const table = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65].map((least) => ({ least, ...figures(outcomes(least)) }))
    expect(table).toMatchInlineSnapshot(`
      [
        {
          "least": 0.35,
          "precision": 0.51,
          "recall": 1,
        },
        {
          "least": 0.4,
          "precision": 0.65,
          "recall": 1,
        },
        {
          "least": 0.45,
          "precision": 0.71,
          "recall": 1,
        },
        {
          "least": 0.5,
          "precision": 0.82,
          "recall": 1,
        },
        {
          "least": 0.55,
          "precision": 0.91,
          "recall": 1,
        },
        {
          "least": 0.6,
          "precision": 0.95,
          "recall": 0.98,
        },
        {
          "least": 0.65,
          "precision": 0.97,
          "recall": 0.93,
        },
      ]
    `)
    const chosen = table.find(({ least }) => least === leastSameness)
    expect(chosen?.precision).toBeGreaterThanOrEqual(0.9)
    expect(chosen?.recall).toBeGreaterThanOrEqual(0.9)
  })

  it('has the right report first whenever it has it', () => {
    const late = outcomes(leastSameness).filter(({ right, first }) => right > 0 && !first)
    expect(late.map(({ says }) => says)).toEqual([])
  })
})

type Outcome = {
  readonly says: string
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly first: boolean
}

function outcomeOf({ open }: Scene, ask: Labelled, least: number): Outcome {
  const candidates = open.map((one) => ({
    categoryId: one.category as CategoryId,
    description: one.says,
    metres: Math.hypot(one.at[0] - ask.at[0], one.at[1] - ask.at[1]),
    submittedAt: now.subtract({ hours: 24 * (one.days ?? 0) }),
    problem: one.problem,
  }))
  const asked = { categoryId: ask.category as CategoryId, description: ask.says }
  const suggested = ranked(asked, candidates, categories, now)
    .filter(({ sameness }) => sameness >= least)
    .slice(0, 3)
  const right = suggested.filter(({ candidate }) => candidate.problem === ask.problem).length
  const known = open.filter(({ problem }) => problem === ask.problem).length
  return {
    says: ask.says,
    right,
    wrong: suggested.length - right,
    missed: known - right,
    first: suggested[0]?.candidate.problem === ask.problem,
  }
}

function figures(all: readonly Outcome[]): { precision: number; recall: number } {
  const sum = (what: 'right' | 'wrong' | 'missed') => all.reduce((total, one) => total + one[what], 0)
  const share = (part: number, whole: number) => Math.round((part / whole) * 100) / 100
  return {
    precision: share(sum('right'), sum('right') + sum('wrong')),
    recall: share(sum('right'), sum('right') + sum('missed')),
  }
}
