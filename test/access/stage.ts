import { anAct, anAppeal, anOfficer } from '#src/domain/examples.ts'
import type { DraftKey, FollowKey, MediaId, PersonId, StopKey, SubscriptionId } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { askWhetherSolved } from '#src/jobs/ask-whether-solved.ts'
import { whatHappened } from '#src/jobs/what-happened.ts'
import { supportReport } from '#src/operations/support-report.ts'
import { type Closed, lastClosing } from '#src/store/opinions.ts'
import { findByNumber } from '#src/store/reports.ts'
import { confirm, subscribe } from '#src/store/subscriptions.ts'
import { findStopKey } from '#src/store/supports.ts'
import { aGuide, cityLight } from '#test/a-guide.ts'
import { aKey, aPerson, done } from '#test/some-reports.ts'
import type { Town } from './a-town.ts'
import { aLinkTo, aReportIn, aStoredPhoto, type Filed } from './filed.ts'
import type { Role } from './roles.ts'

/** What there is in the town to ask for. */
export type Stage = {
  readonly town: Town
  /** Public, the officer's; a formal appeal. */
  readonly open: Filed
  /** Waits for a moderator. */
  readonly sent: Filed
  /** Waits under the key of a form that nobody has sent. */
  readonly waiting: { readonly id: MediaId; readonly key: string }
  readonly form: DraftKey
  /** To `open`. */
  readonly link: string
  readonly linkOfAnother: string
  /** To `open`, of an organization that does not answer for it any more. */
  readonly passedOn: string
  readonly expired: string
  /** The way out of letters about `open`, of somebody whom it concerns too. */
  readonly stop: StopKey
  readonly freshStop: () => Promise<StopKey>
  /** Closed too long ago to be reopened; it concerns the resident too. */
  readonly closed: number
  /** The event that closed it, as forms carry it. */
  readonly closing: string
  /** Of a letter that asked this person whether a report is solved: the author of a fresh one, or the resident. */
  readonly asks: (who: 'author' | 'resident') => Promise<string>
  /** To what somebody follows, and a link that asks to confirm it. */
  readonly followed: FollowKey
  readonly freshFollowed: () => Promise<FollowKey>
  readonly unconfirmed: () => Promise<SubscriptionId>
  /** One more report, for what changes it. */
  readonly fresh: (status: Status) => Promise<Filed>
}

export async function aStage(town: Town): Promise<Stage> {
  const { clock } = town.here
  const [open, another] = [await aReportIn(town, 'accepted', anAppeal()), await aReportIn(town, 'accepted')]
  const form = aKey()
  const now = clock.at
  clock.at = now.subtract({ hours: 2 })
  const expired = await aLinkTo(town, open.id)
  clock.at = now.subtract({ hours: 24 * 40 })
  const closed = await aClosed(town)
  clock.at = now
  return {
    town,
    open,
    sent: await aReportIn(town, 'submitted'),
    waiting: await aStoredPhoto(town, form),
    form,
    link: await aLinkTo(town, open.id),
    linkOfAnother: await aLinkTo(town, another.id),
    passedOn: await aLinkTo(town, open.id, cityLight),
    expired,
    stop: await aStopKey(town, open),
    freshStop: () => aStopKey(town, open),
    closed,
    closing: String((await closingOf(town, closed)).seq),
    asks: async (who) =>
      who === 'author'
        ? aLetterAsking(town, (await aReportIn(town, 'resolved')).number, who)
        : aLetterAsking(town, closed, who),
    followed: await aFollowKey(town, open),
    freshFollowed: () => aFollowKey(town, open),
    unconfirmed: () => anUnconfirmed(town, open),
    fresh: (status) => aReportIn(town, status),
  }
}

async function aClosed(town: Town): Promise<number> {
  const { number } = await aReportIn(town, 'accepted')
  await supportReport(town.here, town.city, number, idOf(town, 'resident'))
  await done(town.here, number, anAct('resolve'), anOfficer())
  return number
}

async function aLetterAsking(town: Town, number: number, who: Role): Promise<string> {
  const { here, city } = town
  const tx = here.store.of(city)
  const happened = await whatHappened(tx, (await closingOf(town, number)).seq)
  const secret = await askWhetherSolved({ means: here }, tx, { ...happened, guide: aGuide() }, idOf(town, who), aKey())
  if (!secret) throw new Error('Nothing to ask')
  return secret
}

async function closingOf({ here, city }: Town, number: number): Promise<Closed> {
  const tx = here.store.of(city)
  const report = await findByNumber(tx, number)
  const closed = report && (await lastClosing(tx, report.id))
  if (!closed) throw new Error(`Report ${number} is open`)
  return closed
}

export function idOf(town: Town, role: Role): PersonId {
  const id = town.idOf(role)
  if (!id) throw new Error(`No ${role}`)
  return id
}

async function aStopKey({ here, city }: Town, { id, number }: Filed): Promise<StopKey> {
  const { id: person } = await aPerson(here.store)
  await supportReport(here, city, number, person)
  const key = await findStopKey(here.store.of(city), id, person)
  if (!key) throw new Error('Nobody supports it')
  return key
}

async function anUnconfirmed({ here, city }: Town, { number }: Filed): Promise<SubscriptionId> {
  const wish = {
    email: `${aKey()}@people.example`,
    locale: 'uk',
    frequency: 'daily',
    topic: { kind: 'report', number },
  } as const
  const [now, until] = [here.now(), here.now().add({ hours: 1 })]
  const id = await here.store.inCity(city, (tx) => subscribe(tx, wish, now, until))
  if (!id) throw new Error('Nothing to follow')
  return id
}

async function aFollowKey(town: Town, report: Filed): Promise<FollowKey> {
  const { here, city } = town
  const id = await anUnconfirmed(town, report)
  const key = await here.store.inCity(city, (tx) => confirm(tx, id, 'uk', here.now()))
  if (!key) throw new Error('Nobody follows')
  return key
}
