import type { AreaShape } from '#src/domain/area.ts'
import { covers } from '#src/domain/covers.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { answersToKeep } from '#src/domain/questions.ts'
import type { Point } from '#src/domain/report.ts'
import { routeFor } from '#src/domain/routing.ts'
import { type Deck, deckOf } from './deck.ts'
import type { CategoryTexts, Saying } from './demo-shape.ts'
import { type Dice, diceOf } from './dice.ts'
import { fixedId } from './fixed-id.ts'
import { wakingHour } from './hours.ts'
import { beside, type Place, placeIn } from './place.ts'
import { ages, type Plot, plotsFor } from './plots.ts'
import type { Demo } from './read-demo.ts'
import type { Story } from './story.ts'
import { tell } from './tell.ts'
import { shotAt } from './teller.ts'
import { hands, vary, written } from './vary.ts'

export type Plan = {
  readonly guide: Guide
  /** Where the guide's areas lie. */
  readonly areas: readonly AreaShape[]
  readonly demo: Demo
  readonly count: number
  readonly anchor: Temporal.Instant
}

/** How long before the anchor the first report was sent: whoever finds it knows the anchor again. */
export const firstAge = { hours: 360 * 24 }

/** All reports of a demo, in the order of their indexes. The same anchor gives the same, whenever it is asked. */
export function planStories(plan: Plan): readonly Story[] {
  const { guide, demo, count } = plan
  const dice = diceOf(`${guide.city.id} ${count}`)
  const writer: Writer = { plan, dice, deck: deckOf(dice) }
  const dealt = plotsFor(count, dice)
  const first = dealt.indexOf('resolved')
  const order = [...dealt.slice(first), ...dealt.slice(0, first)]

  const known = [...guide.categories.values()]
    .filter(({ id, open }) => open && demo.categories.has(id))
    .map(({ id }) => id)
  const toCover = dice.shuffled(known)
  const stories: (Story | null)[] = order.map((plot, index) => {
    if (plot === 'merged') return null
    // The wide plots take one category after another first, so that none is without reports.
    const own = index > 0 && ['resolved', 'declined', 'resolved_again'].includes(plot) ? toCover.pop() : undefined
    return write(writer, plot, index, own ?? null)
  })
  return order.flatMap(
    (_, index) =>
      stories[index] ??
      twin(
        writer,
        index,
        stories.filter((one) => one !== null),
      ) ??
      [],
  )
}

type Writer = { readonly plan: Plan; readonly dice: Dice; readonly deck: Deck }

function write(writer: Writer, plot: Plot, index: number, wanted: CategoryId | null): Story {
  const { plan, dice, deck } = writer
  const { guide, demo, anchor } = plan
  const unfit =
    plot === 'rejected' || plot === 'revised'
      ? deck(
          plot,
          demo.unfit.filter(({ better }) => plot === 'rejected' || better),
        )
      : null
  let { age, categoryId } = chosen(writer, plot, unfit?.category ?? wanted)
  const texts = textsOf(demo, categoryId)
  const saying: Saying = unfit
    ? { text: unfit.text, answers: unfit.answers, locale: 'uk' }
    : deck(`says ${categoryId}`, texts.says)
  const place = placeIn(demo, guide.outline, dice)

  // Waking and office hours may carry the last step past the present: then it all began a little earlier.
  for (let tries = 0; tries < 40; tries++) {
    const sent = index === 0 ? anchor.subtract(firstAge) : wakingHour(before(anchor, age), guide.city.timeZone, dice)
    const story = compose(writer, { plot, index, categoryId, texts, saying, place, submittedAt: sent, unfit })
    const over = (story.steps.at(-1)?.at ?? sent).since(anchor).total('hours') / 24
    if (over < -0.02) return story
    age += Math.max(0.3, over + 0.2)
  }
  throw new Error(`The story ${index} (${plot}) does not end before the present`)
}

type Matter = {
  readonly plot: Plot
  readonly index: number
  readonly categoryId: CategoryId
  readonly texts: CategoryTexts
  readonly saying: Saying
  readonly place: Place
  readonly submittedAt: Temporal.Instant
  readonly unfit: Demo['unfit'][number] | null
}

function compose({ plan, dice, deck }: Writer, matter: Matter): Story {
  const { guide, demo, anchor } = plan
  const { plot, index, categoryId, texts, saying, place, submittedAt, unfit } = matter
  const seed = `${guide.city.id} ${index}`
  const author = dice.pick(authorsIn(saying.locale, demo))
  const scene = texts.scenes.length > 0 ? dice.pick(texts.scenes) : null
  const photos = scene && !unfit && dice.chance(0.78) ? dice.pick([1, 1, 1, 1, 1, 2, 2, 3]) : 0
  const shots = Array.from({ length: photos }, (_, at) =>
    shotAt(
      submittedAt,
      guide.city,
      at > 0 && dice.chance(0.4) ? dice.pick(texts.scenes) : (scene ?? ''),
      `${seed} photo ${at}`,
      false,
    ),
  )
  const described = dice.chance(0.06) && place.address.includes(',')
  const category = guide.categories.get(categoryId)
  const answers = Object.entries(saying.answers ?? {}).map(([question, answer]) => [question, vary(answer, dice)])
  const subject = {
    city: guide.city,
    demo,
    categoryId,
    texts,
    street: place.street,
    scene,
    seed,
    submittedAt,
    anchor,
    organization: responsible(plan, categoryId, place.location, saying, dice),
  }
  const opening = { location: described ? place.location : null, photos, address: place.address, unfit }
  return {
    index,
    categoryId,
    author,
    shots,
    submittedAt,
    draft: {
      key: fixedId<'draft'>(`${guide.city.id} report ${index}`),
      categoryId,
      location: described ? null : place.location,
      address: !described && dice.chance(0.05) ? '' : place.address,
      description: described_(saying, author, place, demo, dice),
      answers: answersToKeep(category?.questions ?? [], Object.fromEntries(answers)),
      nameShown: dice.chance(0.72) ? 'first_name' : 'hidden',
      appeal: null,
      locale: saying.locale,
    },
    steps: tell(plot, subject, opening, dice, deck),
  }
}

/** Who writes in a language; anybody, where nobody does. */
function authorsIn(locale: Locale, { residents }: Demo): readonly number[] {
  const all = residents.map((_, author) => author)
  const those = all.filter((author) => residents[author]?.locale === locale)
  return those.length > 0 ? those : all
}

/** A neighbour's report of what was reported before, merged into it; null when there is nothing to merge into. */
function twin(writer: Writer, index: number, stories: readonly Story[]): Story | null {
  const { plan, dice, deck } = writer
  const { guide, demo, anchor } = plan
  const { timeZone } = guide.city
  const old = before(anchor, 9)
  const mains = stories.filter(
    ({ steps, submittedAt, draft }) =>
      steps[0]?.act.kind === 'approve' &&
      !steps.some(({ act }) => act.kind === 'withdraw') &&
      draft.location &&
      Temporal.Instant.compare(submittedAt, old) < 0,
  )
  if (mains.length === 0) return null
  const main = dice.pick(mains)
  const location = main.draft.location
  const texts = textsOf(demo, main.categoryId)
  const place: Place = {
    location: beside(location ?? guide.city.center, dice),
    address: main.draft.address,
    street: main.draft.address.split(',')[0] ?? '',
  }
  const submittedAt = wakingHour(main.submittedAt.add({ minutes: dice.whole(2000, 5600) }), timeZone, dice)
  const story = compose(writer, {
    plot: 'merged',
    index,
    categoryId: main.categoryId,
    texts,
    saying: deck(`says ${main.categoryId}`, texts.says),
    place,
    submittedAt,
    unfit: null,
  })
  const accepted = main.steps[0]?.at ?? submittedAt
  const later = (Temporal.Instant.compare(accepted, submittedAt) > 0 ? accepted : submittedAt).add({
    hours: 3,
    minutes: dice.whole(0, 900),
  })
  const at = later
  const organization =
    main.steps[0]?.organization ?? responsible(plan, main.categoryId, place.location, texts.says[0], dice)
  return { ...story, steps: [{ at, by: 'moderator', organization, act: { kind: 'merge', into: main.index } }] }
}

/** An age of the plot and a category of the season it then was. */
function chosen(
  { plan, dice }: Writer,
  plot: Plot,
  wanted: CategoryId | null,
): { age: number; categoryId: CategoryId } {
  const { guide, demo, anchor } = plan
  const [youngest, oldest] = ages[plot]
  for (let tries = 0; ; tries++) {
    const age = youngest + (oldest - youngest) * dice.fraction() ** 1.2
    const { month } = before(anchor, age).toZonedDateTimeISO(guide.city.timeZone)
    const fits = (id: CategoryId) => tries > 300 || (demo.categories.get(id)?.months?.includes(month) ?? true)
    if (wanted) {
      if (fits(wanted)) return { age, categoryId: wanted }
      continue
    }
    const open = [...demo.categories].filter(
      ([id, { passes }]) =>
        guide.categories.get(id)?.open &&
        fits(id) &&
        (plot !== 'resolved_by_another' || passes.length > 0) &&
        // A short term is over before most would extend it.
        (!extending.includes(plot) || !guide.categories.get(id)?.answerWithin),
    )
    let left = dice.fraction() * open.reduce((sum, [, { weight }]) => sum + weight, 0)
    for (const [categoryId, { weight }] of open) {
      left -= weight
      if (left <= 0) return { age, categoryId }
    }
  }
}

const extending: readonly Plot[] = ['extended', 'resolved_after_extension']

function described_({ text, locale }: Saying, author: number, { street }: Place, demo: Demo, dice: Dice): string {
  const body = vary(text, dice, { street })
  if (locale !== 'uk') return body
  const ending = dice.chance(0.42) ? ` ${vary(dice.pick(demo.endings), dice)}` : ''
  // The same person always writes in the same way; most write with care.
  const hand = author % 3 === 0 ? (hands[1 + ((author / 3) % 3)] ?? 'careful') : 'careful'
  return written(body + ending, hand, dice)
}

function responsible(
  { guide, areas }: Plan,
  id: CategoryId,
  at: Point,
  saying: Saying | undefined,
  dice: Dice,
): OrganizationId {
  const category = guide.categories.get(id)
  const route = category
    ? routeFor(
        category,
        areas.filter(({ shape }) => covers(shape, at)),
        guide.rules,
      )
    : null
  return route?.organization ?? saying?.organization ?? dice.pick([...guide.organizations.keys()])
}

function textsOf({ categories }: Demo, id: CategoryId): CategoryTexts {
  const texts = categories.get(id)
  if (!texts) throw new Error(`The demo says nothing of ${id}`)
  return texts
}

function before(anchor: Temporal.Instant, days: number): Temporal.Instant {
  return anchor.subtract({ minutes: Math.round(days * 1440) })
}
