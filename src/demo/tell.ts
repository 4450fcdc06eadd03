import { dayOf, workingDayUntil } from '#src/domain/deadline.ts'
import type { Point } from '#src/domain/report.ts'
import type { Deck } from './deck.ts'
import type { Dice } from './dice.ts'
import type { Shot } from './draw-photo.ts'
import type { Plot } from './plots.ts'
import type { Step } from './story.ts'
import { type Subject, type Teller, tellerOf, type Wait } from './teller.ts'
import { vary } from './vary.ts'

/** What the moderator has to set, and what the author writes when asked to write it better. */
export type Opening = {
  readonly location: Point | null
  readonly photos: number
  readonly address: string
  readonly unfit: {
    readonly reason: Extract<Step['act'], { kind: 'reject' }>['reason']
    readonly note: string
    readonly better?: string | undefined
  } | null
}

/** All that happens to a report after it was sent, as its plot goes. */
export function tell(plot: Plot, subject: Subject, opening: Opening, dice: Dice, deck: Deck): readonly Step[] {
  const teller = tellerOf(subject, dice, deck)
  switch (plot) {
    case 'submitted':
    case 'merged':
      return teller.steps
    case 'rejected':
      reject(teller, opening)
      return teller.steps
    case 'withdrawn':
      if (dice.chance(0.5)) approve(teller, subject, opening, dice)
      teller.step('author', [0.1, 3], { kind: 'withdraw' })
      return teller.steps
    case 'revised':
      reject(teller, opening)
      teller.step('author', [0.05, 2], {
        kind: 'revise',
        description: opening.unfit?.better ?? '',
        address: opening.address,
        shots: teller.shots('better', false, 0.5),
      })
      break
    default:
  }
  approve(teller, subject, opening, dice)
  remark(teller, subject, dice)
  afterApproval(plot, teller, subject, dice)
  return teller.steps
}

function afterApproval(plot: Plot, teller: Teller, subject: Subject, dice: Dice): void {
  switch (plot) {
    case 'resolved':
    case 'revised':
      if (dice.chance(0.72)) start(teller, subject)
      resolve(teller, subject, dice, [0.5, 17])
      return
    case 'resolved_after_question':
      ask(teller, subject, dice, true)
      start(teller, subject)
      resolve(teller, subject, dice, [1, 12])
      return
    case 'resolved_after_delay':
      start(teller, subject)
      postpone(teller, subject, dice, dateAfter(teller.at, subject, dice.whole(20, 50)))
      resolve(teller, subject, dice, [14, 40])
      return
    case 'resolved_late':
      start(teller, subject)
      resolve(teller, subject, dice, [34, 48])
      return
    case 'resolved_after_extension':
    case 'extended':
      if (dice.chance(0.6)) start(teller, subject)
      extend(teller, subject, dice)
      if (plot === 'resolved_after_extension') resolve(teller, subject, dice, [8, 20])
      return
    case 'resolved_by_another':
      passOn(teller, subject, dice)
      start(teller, subject)
      resolve(teller, subject, dice, [1, 14])
      return
    case 'resolved_again':
    case 'in_progress_again':
      resolve(teller, subject, dice, [1, 14], false)
      again(teller, subject)
      start(teller, subject)
      if (plot === 'resolved_again') resolve(teller, subject, dice, [1, 9])
      return
    case 'declined':
      decline(teller, subject, dice)
      return
    case 'declined_after_question':
      ask(teller, subject, dice, true)
      decline(teller, subject, dice)
      return
    case 'in_progress':
      start(teller, subject)
      return
    case 'accepted':
      if (dice.chance(0.2)) passOn(teller, subject, dice)
      return
    case 'overdue':
      if (dice.chance(0.4)) start(teller, subject)
      return
    case 'awaiting_answer':
      if (dice.chance(0.4)) start(teller, subject)
      ask(teller, subject, dice, false)
      return
    case 'postponed':
      if (dice.chance(0.5)) start(teller, subject)
      postpone(teller, subject, dice, dateAfter(subject.anchor, subject, dice.whole(12, 130)))
      return
    case 'postponed_past':
      postpone(teller, subject, dice, dateAfter(subject.anchor, subject, -dice.whole(4, 12)))
      return
    default:
  }
}

function approve(teller: Teller, { organization }: Subject, { location, photos }: Opening, dice: Dice): void {
  teller.step('moderator', [0.02, 1.2], { kind: 'approve', organization, ...(location && { location }) })
  if (photos > 1 && dice.chance(0.07))
    teller.step('moderator', [0.001, 0.002], { kind: 'hide_media', photo: photos - 1 })
}

function reject(teller: Teller, { unfit }: Opening): void {
  if (unfit) teller.step('moderator', [0.02, 1], { kind: 'reject', reason: unfit.reason, note: unfit.note })
}

function remark(teller: Teller, { demo }: Subject, dice: Dice): void {
  if (dice.chance(0.14))
    teller.step(dice.pick(['moderator', 'responsible']), [0.05, 1], {
      kind: 'note',
      note: teller.say('note', demo.notes),
    })
}

function start(teller: Teller, { texts, demo }: Subject): void {
  teller.step('responsible', [0.1, 3], { kind: 'start', note: teller.say('start', texts.starts ?? demo.starts) })
}

function ask(teller: Teller, { texts, demo }: Subject, dice: Dice, answered: boolean): void {
  const asks = texts.asks.length > 0 && dice.chance(0.85) ? texts.asks : demo.asks
  const { question, answer } = teller.draw(`ask ${asks === texts.asks}`, asks)
  teller.step('responsible', [0.2, 3], { kind: 'ask', question: vary(question, dice) })
  if (!answered) return
  const shots = teller.shots('answer', false, 0.3)
  teller.step('author', [0.1, 4], { kind: 'answer', answer: vary(answer, dice), shots })
  lookAt(teller, shots)
}

function again(teller: Teller, { demo }: Subject): void {
  const note = teller.say('reopen', demo.reopens)
  const shots = teller.shots('again', false, 0.6)
  teller.step('author', [0.6, 9], { kind: 'reopen', note, shots })
  lookAt(teller, shots)
}

/** A moderator shows what an author sent later, within the hour. */
function lookAt(teller: Teller, shots: readonly Shot[]): void {
  for (const _ of shots) teller.step('moderator', [0.005, 0.04], { kind: 'show_media' })
}

function resolve(teller: Teller, { texts }: Subject, dice: Dice, wait: Wait, mayConfirm = true): void {
  teller.step('responsible', wait, {
    kind: 'resolve',
    note: teller.say('fix', texts.fixes),
    shots: teller.shots('after', true, 0.45),
  })
  if (mayConfirm && dice.chance(0.42)) teller.step('author', [0.1, 6], { kind: 'confirm' })
}

function decline(teller: Teller, { texts, demo }: Subject, dice: Dice): void {
  const refusals = texts.refusals.length > 0 ? texts.refusals : demo.refusals
  const { reason, note } = teller.draw('refusal', refusals)
  teller.step('responsible', [1, 18], { kind: 'decline', reason, note: vary(note, dice) })
}

function postpone(teller: Teller, { texts, demo }: Subject, dice: Dice, until: Temporal.PlainDate): void {
  // What suits any organization is for categories that have nothing of their own.
  const delays = texts.delays.length > 0 ? texts.delays : demo.delays
  const { reason, note } = teller.draw(`delay ${delays === texts.delays}`, delays)
  teller.step('responsible', [0.5, 6], { kind: 'postpone', reason, note: vary(note, dice), until })
}

/** Some days after acceptance, to some days before the longest term: it falls on a working day. */
function extend(teller: Teller, { city, demo }: Subject, dice: Dice): void {
  const until = workingDayUntil(dayOf(teller.at, city.timeZone).add({ days: 39 }), city.calendar)
  const { reason, note } = teller.draw('extension', demo.extensions)
  teller.step('responsible', [8, 18], { kind: 'extend', reason, note: vary(note, dice), until })
}

function passOn(teller: Teller, { texts }: Subject, dice: Dice): void {
  const passes = texts.passes.filter(({ to }) => to !== teller.organization)
  if (passes.length === 0) return
  const { to, note } = dice.pick(passes)
  teller.passOn(to, note, [0.2, 3])
}

function dateAfter(at: Temporal.Instant, { city }: Subject, days: number): Temporal.PlainDate {
  return at.toZonedDateTimeISO(city.timeZone).toPlainDate().add({ days })
}
