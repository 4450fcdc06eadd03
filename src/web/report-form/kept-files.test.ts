import { expect, it } from 'vitest'
import { staysAsItIs } from './kept-files.ts'

it.each([
  ['is made ready as it was picked', { upload: null, begun: 0 }, false],
  ['is made ready when that broke off', { upload: null, begun: 1 }, false],
  ['stays as it is when it is ready', { upload: null, begun: null }, true],
  ['stays as it is when an older version of the page made it ready', { upload: null }, true],
  ['stays as it is when some of it was sent as it was picked', { upload: '/uploads/1', begun: 0 }, true],
])('a kept file %s', (_, kept, stays) => {
  expect(staysAsItIs(kept)).toBe(stays)
})
