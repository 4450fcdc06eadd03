import { describe, expect, it } from 'vitest'

import type { ActKind } from './act.ts'
import { hearersOf } from './announcement.ts'
import { eventField } from './disclosure.ts'
import { aModerator, anAct, aReport } from './examples.ts'
import { isQuiet, pushesOf, type QuietHours } from './pushing.ts'

const actKinds = Object.keys(eventField) as ActKind[] // safe: the keys of a constant

describe('a message on a screen', () => {
  it('tells the author of what a letter tells of, and of nothing else', () => {
    const report = aReport({ status: 'accepted' })
    const by = aModerator()
    const told = actKinds.filter((act) => {
      const event = { kind: 'moved', act: anAct(act), by } as never
      return hearersOf(event, report, report.organization).some(({ kind }) => kind === 'author')
    })
    expect(actKinds.filter((act) => pushesOf(act).author !== null)).toEqual(told)
  })

  it('says nothing to the author of what the author has just sent', () => {
    expect(pushesOf('submitted')).toEqual({ author: null, moderators: true })
  })
})

describe('quiet hours', () => {
  const hours = (from: string, until: string): QuietHours => ({
    from: Temporal.PlainTime.from(from),
    until: Temporal.PlainTime.from(until),
  })
  const at = (time: string) => Temporal.ZonedDateTime.from(`2026-11-25T${time}[Europe/Kyiv]`).toInstant()
  const quiet = (time: string, from: string, until: string) => isQuiet(at(time), hours(from, until), 'Europe/Kyiv')

  it('go over midnight by the city’s clock', () => {
    const times = ['20:59', '21:00', '23:59', '00:00', '07:59', '08:00']
    expect(times.map((time) => quiet(time, '21:00', '08:00'))).toEqual([false, true, true, true, true, false])
  })

  it('may lie within a day, or not be at all', () => {
    expect(['12:59', '13:00', '13:59', '14:00'].map((time) => quiet(time, '13:00', '14:00'))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(['00:00', '12:00'].map((time) => quiet(time, '00:00', '00:00'))).toEqual([false, false])
  })
})
