import type { DraftKey, MediaId } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { cityLight } from '#test/a-guide.ts'
import { aKey } from '#test/some-reports.ts'
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
    fresh: (status) => aReportIn(town, status),
  }
}
