import type { DraftKey, MediaId, StopKey } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { supportReport } from '#src/operations/support-report.ts'
import { findStopKey } from '#src/store/supports.ts'
import { cityLight } from '#test/a-guide.ts'
import { aKey, aPerson } from '#test/some-reports.ts'
import type { Town } from './a-town.ts'
import { aLinkTo, aReportIn, aStoredPhoto, type Filed } from './filed.ts'

/** What there is in the town to ask for. */
export type Stage = {
  readonly town: Town
  /** Public, the officer's. */
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
  /** One more report, for what changes it. */
  readonly fresh: (status: Status) => Promise<Filed>
}

export async function aStage(town: Town): Promise<Stage> {
  const { clock } = town.here
  const [open, another] = [await aReportIn(town, 'accepted'), await aReportIn(town, 'accepted')]
  const form = aKey()
  const now = clock.at
  clock.at = now.subtract({ hours: 2 })
  const expired = await aLinkTo(town, open.id)
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
    fresh: (status) => aReportIn(town, status),
  }
}

async function aStopKey({ here, city }: Town, { id, number }: Filed): Promise<StopKey> {
  const { id: person } = await aPerson(here.store)
  await supportReport(here, city, number, person)
  const key = await findStopKey(here.store.of(city), id, person)
  if (!key) throw new Error('Nobody supports it')
  return key
}
