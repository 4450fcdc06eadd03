import { mayRead, mayReadNote } from '#src/domain/disclosure.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import type { Moved } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import type { Letter } from '#src/outside/mail.ts'
import { say } from '#src/text/catalogue.ts'
import { dayInLetter, momentInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import { type About, nameOf, quotesOf } from './about.ts'
import { type Content, letterOf } from './content.ts'
import { categoryName, pictureOfPlace, reportInShort, reportInWhole } from './report-facts.ts'

/** How an organization comes to the report: its officers at the desk, or whoever reads its mail by a private link. */
export type Way =
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'private'
      readonly secret: string
      readonly expiresAt: Temporal.Instant
      readonly media: readonly string[]
    }

export type ForOrganization = About & {
  readonly to: OrganizationId
  /** Null when there is nothing for it to do: then the letter leads to the public page. */
  readonly way: Way | null
  /** What the author's answer answers. */
  readonly question: Moved | null
  /** A formal appeal comes to it by this letter. */
  readonly isAppeal: boolean
}

const steps = ['approve', 'assign', 'separate', 'merge', 'reopen', 'answer', 'add', 'withdraw'] as const

type Step = (typeof steps)[number]

/** Organizations are written to in the state language (Law No. 2704-VIII, art. 13). */
export const organizationLocale = 'uk'

const locale = organizationLocale

/**
 * What an organization is told of a step. Without officers of its own it gets the whole report, so that it can be
 * worked on from the letter alone, and a private link; with officers, which report it is and a link to the desk.
 */
export function organizationLetter(
  told: ForOrganization,
  addresses: Addresses,
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { guide, event, report, main, to, way, question, isAppeal } = told
  const t = say(locale)
  const step = isTaken(told) ? 'taken' : stepOf(event)
  const due = report.answerDue && dayInLetter(report.answerDue, locale, guide.city.timeZone)
  const holes = {
    number: report.number,
    main: main ?? report.number,
    city: guide.city.name[locale],
    organization: nameOf(step === 'taken' ? told.organization : to, guide, t),
    category: categoryName(report, guide, locale),
    due: due ?? '',
  }

  const passedOn = report.organization !== to
  const reader = passedOn ? 'other_staff' : 'responsible'
  const quotes = [question, event].flatMap((one) =>
    one?.kind === 'moved' && mayReadNote(reader, one.act.kind, report) ? quotesOf({ event: one, guide }, t) : [],
  )
  const facts = way?.kind === 'private' ? reportInWhole(report, way.media, guide, t) : reportInShort(report, guide, t)
  const byAuthor = step === 'reopen' && event.by.kind === 'resident'
  return letterOf({
    locale,
    subject: t(`letter.organization.${step}.subject`, holes),
    about: t('letter.about', holes),
    lead: t(byAuthor ? 'letter.organization.reopen.lead_by_author' : `letter.organization.${step}.lead`, holes),
    quotes,
    next: [t(expected(step, passedOn, due !== null), holes), ...(isAppeal ? [t('letter.organization.appeal')] : [])],
    link: linkOf(told, addresses),
    facts: mayRead(reader, 'description', report) ? facts : [],
    picture: pictureOfPlace(report, guide, addresses, t),
    why: t('letter.organization.why', holes),
    sender: t('letter.product', holes),
  })
}

/** True when there is something for the organization to do at the report: no private link is made for any other letter. */
export function leadsToAct({ event, report, to }: Pick<ForOrganization, 'event' | 'report' | 'to'>): boolean {
  return report.organization === to && stepOf(event) !== 'merge'
}

/** True of the letter by which a report comes to the organization: the electronic message goes with it. */
export function handsOver({ event, report, to }: Pick<ForOrganization, 'event' | 'report' | 'to'>): boolean {
  const steps: readonly Step[] = ['approve', 'assign', 'separate']
  return report.organization === to && steps.includes(stepOf(event))
}

/** True of the letter by which an organization hears that a moderator gave the report to another. */
export function isTaken({ event, organization, to }: Pick<ForOrganization, 'event' | 'organization' | 'to'>): boolean {
  return stepOf(event) === 'assign' && organization !== to
}

function stepOf(event: About['event']): Step {
  const kind = event.kind === 'submitted' ? event.kind : event.act.kind
  const step = steps.find((one) => one === kind)
  if (!step) throw new Error(`An organization does not hear of ${kind}`)
  return step
}

function expected(step: Step | 'taken', passedOn: boolean, due: boolean) {
  if (step === 'taken') return 'letter.organization.taken.next'
  if (passedOn) return 'letter.organization.next_passed_on'
  if (step === 'merge' || step === 'withdraw') return 'letter.organization.next_done'
  return due ? 'letter.organization.next' : 'letter.organization.no_due'
}

function linkOf({ guide, report, main, way }: ForOrganization, addresses: Addresses): Content['link'] {
  if (way) return linkTo(way, report, guide, addresses)
  const t = say(locale)
  const label = main === null ? t('letter.open') : t('letter.open_main', { main })
  return { label, url: addresses.report(guide.city.id, main ?? report.number, locale) }
}

/** Where an organization answers a report. */
export function linkTo(way: Way, report: Report, { city }: Guide, addresses: Addresses): Content['link'] {
  const t = say(locale)
  if (way.kind === 'desk') {
    return { label: t('letter.organization.open_desk'), url: addresses.desk(city.id, report.number) }
  }
  const expires = momentInLetter(way.expiresAt, locale, city.timeZone)
  return {
    label: t('letter.organization.open_private'),
    url: addresses.answer(city.id, way.secret, locale),
    caution: t('letter.organization.private', { expires }),
  }
}
