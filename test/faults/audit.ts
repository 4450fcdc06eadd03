import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Guide } from '#src/domain/guide.ts'
import { apply } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import { eventsOf } from '#src/store/events.ts'
import { ofReport, type ReportMedia } from '#src/store/media.ts'
import { findById, findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { auditCounts } from '../counts.ts'
import type { Ledger, SavedReport } from './crowd.ts'

/** What is wrong with the reports, as sentences: nothing, when all that was said to be saved is there once and nothing else. */
export async function auditReports(store: Store, guide: Guide, ledger: Ledger): Promise<readonly string[]> {
  const wrong: string[] = []
  const tx = store.of(guide.city.id)
  const { rows: reports } = await sql<{ number: number; draft_key: string }>`
    select number, draft_key from report where city_id = ${tx.city} order by number`.execute(tx.db)
  const { rows: events } = await sql<{ seq: number; number: number; act: string | null; act_key: string | null }>`
    select e.seq, r.number, e.act, e.act_key from report_event e
    join report r on r.city_id = e.city_id and r.id = e.report_id
    where e.city_id = ${tx.city} order by e.seq`.execute(tx.db)
  const { rows: counters } = await sql<{ last_number: number; last_seq: number }>`
    select last_number, last_seq from city where id = ${tx.city}`.execute(tx.db)

  wrong.push(
    ...gapsIn(
      'numbers',
      reports.map(({ number }) => number),
      counters[0]?.last_number,
    ),
  )
  wrong.push(
    ...gapsIn(
      'events',
      events.map(({ seq }) => seq),
      counters[0]?.last_seq,
    ),
  )

  for (const { key, number } of ledger.reports.values()) {
    const there = reports.filter((one) => one.draft_key === key).map((one) => one.number)
    if (there.join() !== String(number)) wrong.push(`report ${number} was saved and is there as [${there}]`)
  }
  for (const { number, draft_key } of reports) {
    if (!ledger.reports.has(draft_key)) wrong.push(`report ${number} is there and nobody was told`)
    const beginnings = events.filter((event) => event.number === number && event.act === null)
    if (beginnings.length !== 1) wrong.push(`report ${number} began ${beginnings.length} times`)
  }
  for (const { key, number, act } of ledger.acts.values()) {
    const there = events.filter((event) => event.act_key === key)
    const isOne = there.length === 1 && there[0]?.act === act && there[0].number === number
    if (!isOne) wrong.push(`${act} of ${number} was saved and is there as ${JSON.stringify(there)}`)
  }
  for (const { seq, act, act_key } of events)
    if (act !== null && !ledger.acts.has(act_key ?? ''))
      wrong.push(`event ${seq}, ${act}, is there and nobody was told`)

  for (const sent of ledger.reports.values()) wrong.push(...(await auditHistory(store, guide, sent, ledger)))
  wrong.push(...(await auditCounts(store, tx.city)))
  return wrong
}

/** From 1 to the city's counter, without a gap. */
function gapsIn(what: string, numbers: readonly number[], last: number | undefined): readonly string[] {
  const isWhole = numbers.every((number, index) => number === index + 1) && last === numbers.length
  return isWhole ? [] : [`${what} are not 1 to ${last}: ${numbers.join()}`]
}

/** What was sent, and every act applied to it in order, must give the row; and each photo must have come once, with its own event. */
async function auditHistory(store: Store, guide: Guide, sent: SavedReport, ledger: Ledger): Promise<readonly string[]> {
  const tx = store.of(guide.city.id)
  const row = await findByNumber(tx, sent.number)
  if (!row) return []
  const media = await ofReport(tx, row.id)
  const events = await eventsOf(tx, row.id)

  let report = atFirst(
    sent,
    row,
    media.filter(({ seq }) => seq === events[0]?.seq),
  )
  const wrong = photosMissing(`report ${sent.number}`, sent.photos, report.media.length)
  for (const event of events.slice(1)) {
    if (event.kind !== 'moved' || event.from !== report.status) return [`report ${sent.number} has a broken history`]
    report = apply(report, event, guide)
  }
  if (!isDeepStrictEqual(plain(report), plain(row)))
    wrong.push(`report ${sent.number} is ${JSON.stringify(row)}, and by its history ${JSON.stringify(report)}`)
  if (row.mergedInto && !(await findById(tx, row.mergedInto))) wrong.push(`report ${sent.number} is merged into none`)

  const keys = await actKeysOf(store, row)
  for (const { seq, key } of keys) {
    const came = media.filter((file) => file.seq === seq).length
    wrong.push(...photosMissing(`event ${seq}`, ledger.acts.get(key)?.photos ?? 0, came))
  }
  return wrong
}

function atFirst(sent: SavedReport, row: Report, media: readonly ReportMedia[]): Report {
  const { categoryId, location, address, description } = sent
  const ids = media.map(({ id }) => id)
  return {
    ...row,
    ...{ categoryId, location, address, description, media: ids, hiddenMedia: [], unseenMedia: [] },
    ...{ organization: null, status: 'submitted', statusSince: row.submittedAt, acceptedAt: null },
    ...{ termEnds: null, answerDue: null, dueSince: null },
    ...{ confirmed: false, mergedInto: null },
  }
}

function photosMissing(where: string, sent: number, there: number): string[] {
  return sent === there ? [] : [`${where} was sent with ${sent} photos and has ${there}`]
}

function plain(report: Report): unknown {
  const { media, hiddenMedia, unseenMedia } = report
  const files = { media: media.toSorted(), hiddenMedia: hiddenMedia.toSorted(), unseenMedia: unseenMedia.toSorted() }
  return JSON.parse(JSON.stringify({ ...report, ...files }))
}

async function actKeysOf({ whole }: Store, { cityId, id }: Report): Promise<readonly { seq: number; key: string }[]> {
  const { rows } = await sql<{ seq: number; key: string }>`
    select seq, act_key as key from report_event
    where city_id = ${cityId} and report_id = ${id} and act_key is not null`.execute(whole)
  return rows
}
