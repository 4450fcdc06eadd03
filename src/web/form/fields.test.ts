import { expect, it } from 'vitest'

import { pointOf } from './fields.ts'

it('reads a point as maps give it, and as it is written with decimal commas', () => {
  const written = (words: string) => pointOf({ point: [words], lng: ['1'], lat: ['2'] })
  const point = { lat: 50.2547, lng: 28.6587 }
  for (const words of [
    '50.2547, 28.6587',
    '50.2547,28.6587',
    '50,2547 28,6587',
    '50,2547; 28,6587',
    '50,2547, 28,6587',
  ])
    expect(written(words), words).toEqual(point)
  expect(written('50, 28')).toEqual({ lat: 50, lng: 28 })
  expect(written('-1,5 2')).toEqual({ lat: -1.5, lng: 2 })
  for (const words of ['50.2547', '91, 28', '50° півночі', '50.2547, 28.6587, 3', ','])
    expect(written(words), words).toBeUndefined()
  expect(written('')).toBeNull()
  expect(pointOf({ lng: ['1'], lat: ['2'] })).toEqual({ lng: 1, lat: 2 })
  expect(pointOf({})).toBeNull()
})
