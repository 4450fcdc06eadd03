import { describe, expect, it } from 'vitest'
import { forEveryHistory, forEveryTurn, submitted, termsIn } from './histories.examples.ts'
import { actsOpenTo, apply, lifecycle } from './lifecycle.ts'
import { type Status, statuses } from './report.ts'

describe('whatever anybody asks of a report, in whatever order', () => {
  it('it moves only as the table says, or is refused', () => {
    forEveryTurn(({ before, after, event }) => {
      const moves: Partial<Record<Status, Status>> = lifecycle[event.act.kind].moves
      expect(after.status).toBe(moves[before.status])
      expect(event).toMatchObject({ from: before.status, to: after.status, reportId: submitted.id })
    })
  })

  it('it comes through every status and every act, so that what is claimed here is claimed of all', () => {
    const seen = new Set<string>()
    forEveryTurn(({ before, event }) => seen.add(before.status).add(event.act.kind))
    expect(new Set([...statuses, ...Object.keys(lifecycle)]).difference(seen)).toEqual(new Set())
  })

  it('it stands as the stored facts say, applied again from the beginning', () => {
    forEveryHistory((turns, city) => {
      const again = turns.reduce((report, { event }) => apply(report, event, termsIn(city)), submitted)
      expect(again).toEqual(turns.at(-1)?.after ?? submitted)
    })
  })

  it('its status never began earlier than the one before, though clocks run back', () => {
    forEveryTurn(({ before, after }) => {
      expect(Temporal.Instant.compare(after.statusSince, before.statusSince)).toBeGreaterThanOrEqual(0)
    })
  })

  it('it has an answer due exactly while somebody is to give one', () => {
    const atWork: Status[] = ['accepted', 'in_progress', 'awaiting_answer', 'postponed']
    forEveryTurn(({ after }) => expect(after.answerDue !== null).toBe(atWork.includes(after.status)))
  })

  it('it leads to another exactly while it is merged, and is confirmed only while resolved', () => {
    forEveryTurn(({ after }) => {
      expect(after.mergedInto !== null).toBe(after.status === 'merged')
      expect(after.confirmed && after.status !== 'resolved').toBe(false)
    })
  })

  it('it lists each file once, hides only files that it has, and shows none that nobody has looked at', () => {
    forEveryTurn(({ after: { media, hiddenMedia, unseenMedia } }) => {
      expect(new Set(media).size).toBe(media.length)
      expect(new Set(hiddenMedia).isSubsetOf(new Set(media))).toBe(true)
      expect(new Set(hiddenMedia).size).toBe(hiddenMedia.length)
      expect(new Set(unseenMedia).isSubsetOf(new Set(hiddenMedia))).toBe(true)
    })
  })

  it('only acts that were offered were allowed', () => {
    forEveryTurn(({ before, event }, city) => {
      expect(actsOpenTo(event.by, before, { city, now: event.at })).toContain(event.act.kind)
    })
  })
})
