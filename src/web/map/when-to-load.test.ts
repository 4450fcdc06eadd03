import { describe, expect, it } from 'vitest'
import { isDear, type Moment, mayLoad } from './when-to-load.ts'

const aMoment = (changes: Partial<Moment> = {}): Moment => ({
  tapped: false,
  inView: true,
  idle: true,
  attended: true,
  connection: {},
  ...changes,
})

describe('the map loads', () => {
  it('when it is looked at on an idle page', () => {
    expect(mayLoad(aMoment())).toBe(true)
    expect(mayLoad(aMoment({ inView: false }))).toBe(false)
  })

  it('not before the page is useful', () => {
    expect(mayLoad(aMoment({ idle: false }))).toBe(false)
  })

  it('not for who has just come, and has done nothing yet', () => {
    expect(mayLoad(aMoment({ attended: false }))).toBe(false)
  })

  it.each([{ saveData: true }, { effectiveType: '3g' }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }])(
    'only when tapped on a dear connection: %o',
    (connection) => {
      expect(isDear(connection)).toBe(true)
      expect(mayLoad(aMoment({ connection }))).toBe(false)
      expect(mayLoad(aMoment({ connection, tapped: true }))).toBe(true)
    },
  )

  it('at once when tapped', () => {
    expect(mayLoad(aMoment({ tapped: true, inView: false, idle: false, attended: false }))).toBe(true)
  })
})
