import { mayReadNote } from '#src/domain/disclosure.ts'
import { reopenUntil } from '#src/domain/lifecycle.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { dayInLetter, momentInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import { type About, actingOrganization, nameOf, quotesOf, reasonOf } from './about.ts'
import { letterOf } from './content.ts'
import { questionOf } from './question.ts'
import { pictureOfPlace, reportInShort } from './report-facts.ts'

/** The steps an author hears of. Those with words of their own about what to do next say them; else the author waits. */
const steps = {
  submitted: { next: 'letter.author.submitted.next', open: 'letter.open' },
  approve: { next: null, open: 'letter.open' },
  reject: { next: 'letter.author.reject.next', open: 'letter.author.reject.open' },
  assign: { next: null, open: 'letter.open' },
  start: { next: null, open: 'letter.open' },
  ask: { next: 'letter.author.ask.next', open: 'letter.author.ask.open' },
  postpone: { next: null, open: 'letter.open' },
  extend: { next: null, open: 'letter.open' },
  resolve: { next: 'letter.author.resolve.next', open: 'letter.author.resolve.open' },
  decline: { next: 'letter.author.decline.next', open: 'letter.open' },
  merge: { next: 'letter.author.merge.next', open: 'letter.open_main' },
  separate: { next: null, open: 'letter.open' },
  reopen: { next: null, open: 'letter.open' },
} as const

type Step = keyof typeof steps

/** What a report's author is told of a step, in the author's language: what happened, what to do and by when, one link. */
export function authorLetter(
  about: About,
  locale: Locale,
  addresses: Addresses,
  /** By which the author says whether it is solved; null of a letter that does not ask. */
  secret: string | null,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { guide, event, report, main } = about
  const { city } = guide
  const t = say(locale)
  const step = stepOf(about)
  const { next, open } = steps[step]
  const due = report.answerDue && dayInLetter(report.answerDue, locale, city.timeZone)
  const holes = {
    number: report.number,
    main: main ?? report.number,
    city: city.name[locale],
    organization: nameOf(actingOrganization(about), guide, t),
    reason: reasonOf(about, t),
    until: untilWhen(about, locale),
    due: due ?? '',
  }

  const expected = next ? t(next, holes) : t(due ? 'letter.author.wait' : 'letter.author.nothing', holes)
  return letterOf({
    locale,
    subject: t(`letter.author.${step}.subject`, holes),
    about: t('letter.about', holes),
    lead: t(`letter.author.${step}.lead`, holes),
    quotes: event.kind === 'moved' && mayReadNote('author', event.act.kind, report) ? quotesOf(about, t) : [],
    next:
      step === 'ask' && due
        ? [expected, t(city.policy.waitingStopsTerm ? 'letter.author.ask.stopped' : 'letter.author.ask.due', holes)]
        : [expected],
    question: questionOf(about, secret, addresses, t),
    link: {
      label: t(open, holes),
      url: addresses.report(city.id, step === 'merge' ? holes.main : report.number, locale),
    },
    facts: reportInShort(report, guide, t),
    picture: pictureOfPlace(report, guide, addresses, t),
    why: t('letter.author.why', holes),
    sender: t('letter.product', holes),
  })
}

function stepOf({ event }: About): Step {
  const step = event.kind === 'submitted' ? event.kind : event.act.kind
  if (!isStep(step)) throw new Error(`An author does not hear of ${step}`)
  return step
}

function isStep(kind: string): kind is Step {
  return Object.hasOwn(steps, kind)
}

/** Until when the work is postponed, or the author may reopen, by the event itself: the report may have gone on since. */
function untilWhen({ event, report, guide }: About, locale: Locale): string {
  const { city } = guide
  if (event.kind === 'submitted') return ''
  if (event.act.kind === 'postpone' || event.act.kind === 'extend')
    return dayInLetter(event.act.until, locale, city.timeZone)
  return momentInLetter(reopenUntil({ ...report, statusSince: event.at }, city), locale, city.timeZone)
}
