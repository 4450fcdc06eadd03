import type { City } from '#src/domain/city.ts'
import type { CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Deck } from './deck.ts'
import type { CategoryTexts } from './demo-shape.ts'
import type { Dice } from './dice.ts'
import type { Shot } from './draw-photo.ts'
import { officeHour, wakingHour } from './hours.ts'
import type { Demo } from './read-demo.ts'
import type { Hand, PlannedAct, Step } from './story.ts'
import { vary } from './vary.ts'

/** What a report's further life is told from. */
export type Subject = {
  readonly city: City
  readonly demo: Demo
  readonly categoryId: CategoryId
  readonly texts: CategoryTexts
  readonly organization: OrganizationId
  readonly street: string
  readonly scene: string | null
  readonly seed: string
  readonly submittedAt: Temporal.Instant
  /** The moment the whole demo is told at. */
  readonly anchor: Temporal.Instant
}

/** Days that pass before a step, at least and at most. */
export type Wait = readonly [from: number, to: number]

/** Tells one step after another, each at an hour when such a person acts. */
export type Teller = {
  readonly steps: readonly Step[]
  step(by: Hand, wait: Wait, act: PlannedAct): void
  /** Says one of the texts in one of its ways. */
  say(pile: string, texts: readonly string[]): string
  draw<One>(pile: string, cards: readonly One[]): One
  passOn(to: OrganizationId, note: string, wait: Wait): void
  /** A photo at this point of the story, if this kind of problem is photographed at all. */
  shots(name: string, fixed: boolean, chance: number): readonly Shot[]
  readonly at: Temporal.Instant
  readonly organization: OrganizationId
}

export function tellerOf(subject: Subject, dice: Dice, deck: Deck): Teller {
  const { city, categoryId, street, seed } = subject
  const steps: Step[] = []
  let at = subject.submittedAt
  let organization = subject.organization

  const pile = (name: string) => `${categoryId} ${name}`
  const step = (by: Hand, [from, to]: Wait, act: PlannedAct) => {
    const later = at.add({ seconds: Math.round(dice.between(from, to) * 86_400) + 120 })
    const hour = by === 'author' ? wakingHour(later, city.timeZone, dice) : officeHour(later, city.timeZone, dice)
    at = Temporal.Instant.compare(hour, at) > 0 ? hour : later
    steps.push({ at, by, organization, act })
  }
  return {
    steps,
    step,
    draw: (name, cards) => deck(pile(name), cards),
    say: (name, texts) => vary(deck(pile(name), texts), dice, { street }),
    passOn(to, note, wait) {
      step('responsible', wait, { kind: 'assign', organization: to, note: vary(note, dice, { street }) })
      organization = to
    },
    shots(name, fixed, chance) {
      if (!subject.scene || !dice.chance(chance)) return []
      return [shotAt(at, city, subject.scene, `${seed} ${name} ${steps.length}`, fixed)]
    },
    get at() {
      return at
    },
    get organization() {
      return organization
    },
  }
}

export function shotAt(at: Temporal.Instant, { timeZone }: City, scene: string, seed: string, fixed: boolean): Shot {
  const { month, hour } = at.toZonedDateTimeISO(timeZone)
  return { scene, seed, month, hour, fixed }
}
