import type { CityId, PersonId, StopKey } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { objectionToSupport, type SupportRefusal } from '#src/domain/support.ts'
import { nextSeq } from '#src/store/events.ts'
import { lockByNumber } from '#src/store/reports.ts'
import type { OpenTx } from '#src/store/store.ts'
import * as supports from '#src/store/supports.ts'
import { touchReport } from '#src/store/versions.ts'
import type { Means } from './means.ts'

/** A person says that a problem concerns them too, and hears of its end. Said twice, it is counted once. */
export async function supportReport(
  { store, now }: Pick<Means, 'store' | 'now'>,
  city: CityId,
  number: number,
  person: PersonId,
): Promise<Result<null, SupportRefusal>> {
  return store.inCity(city, async (tx) => {
    const locked = await lockByNumber(tx, number)
    if (!locked) return refuse('no_such_report')
    const objection = objectionToSupport(locked.report, person)
    if (objection) return refuse(objection)

    if (await supports.add(tx, locked.report.id, person, now())) await touch(tx, locked.report)
    return ok(null)
  })
}

/** The person is counted no more, and hears no more of the report. Done twice, it changes nothing more. */
export async function stopSupport({ store }: Pick<Means, 'store'>, city: CityId, number: number, person: PersonId) {
  return store.inCity(city, (tx) => stop(tx, number, person))
}

/** The same, by the key in a letter; the report's number, or null when the key is spent. */
export async function stopSupportByKey(
  { store }: Pick<Means, 'store'>,
  city: CityId,
  key: StopKey,
): Promise<number | null> {
  return store.inCity(city, async (tx) => {
    const found = await supports.findByStopKey(tx, key)
    if (!found) return null
    await stop(tx, found.number, found.person)
    return found.number
  })
}

async function stop(tx: OpenTx, number: number, person: PersonId): Promise<void> {
  const locked = await lockByNumber(tx, number)
  if (locked && (await supports.remove(tx, locked.report.id, person))) await touch(tx, locked.report)
}

async function touch(tx: OpenTx, { id }: Report): Promise<void> {
  await touchReport(tx, id, await nextSeq(tx))
}
