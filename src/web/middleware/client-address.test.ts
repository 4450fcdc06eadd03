import { expect, it } from 'vitest'

import { clientAddress } from './client-address.ts'

it('is the socket’s when no proxy is trusted, whatever the header says', () => {
  expect(clientAddress('203.0.113.9', '198.51.100.1', 0)).toBe('203.0.113.9')
})

it('is what the nearest trusted proxy saw, so that nobody makes an address up', () => {
  expect(clientAddress('127.0.0.1', '6.6.6.6, 198.51.100.1', 1)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2)).toBe('198.51.100.1')
})

it('is the best there is when fewer proxies spoke than are trusted', () => {
  expect(clientAddress('127.0.0.1', '198.51.100.1', 3)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', null, 1)).toBe('127.0.0.1')
  expect(clientAddress(undefined, null, 0)).toBe('')
})
