import type { Guide } from '#src/domain/guide.ts'
import type { PersonId } from '#src/domain/id.ts'
import { type Opinion, type OpinionRefusal, sayings, standOf } from '#src/domain/opinion.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { characters, longest } from '#src/domain/words.ts'
import { nextSeq } from '#src/store/events.ts'
import * as opinions from '#src/store/opinions.ts'
import { lockByNumber } from '#src/store/reports.ts'
import { isSupportedBy } from '#src/store/supports.ts'
import { touchReport } from '#src/store/versions.ts'
import type { Means } from './means.ts'

export type Said = Opinion & {
  readonly number: number
  /** The `seq` of the closing it is about, as the page or the letter showed it. */
  readonly closing: number
}

/**
 * A person says whether a closed report is solved. It changes nothing but what is counted; said again, it takes the
 * place of what was said. What the author says within the time to reopen is an act, and goes through `moveReport`.
 */
export async function sayOpinion(
  { store, now }: Pick<Means, 'store' | 'now'>,
  { city }: Pick<Guide, 'city'>,
  { number, closing, solved, note }: Said,
  person: PersonId,
): Promise<Result<null, OpinionRefusal>> {
  if (characters(note) > longest.note) return refuse({ kind: 'opinion_long', most: longest.note })

  return store.inCity(city.id, async (tx) => {
    const locked = await lockByNumber(tx, number)
    if (!locked) return refuse({ kind: 'no_such_report' })
    const { report } = locked
    const stand = standOf(report, person, await isSupportedBy(tx, report.id, person))
    if (!stand) return refuse({ kind: 'not_asked' })

    const at = now()
    const closed = await opinions.lastClosing(tx, report.id)
    const { yes, no } = sayings(report, stand, { city, now: at })
    if (!closed || closed.seq !== closing || (!yes && !no)) return refuse({ kind: 'not_this_closing' })
    if ((solved ? yes : no) !== 'opinion') return refuse({ kind: 'nothing_to_say' })

    await opinions.say(tx, report.id, closed, { person, stand }, { solved, note: note.trim() }, at)
    await touchReport(tx, report.id, await nextSeq(tx))
    return ok(null)
  })
}
