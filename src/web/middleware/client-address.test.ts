import { describe, expect, it } from 'vitest'

import { clientAddress, isFromHere, networkOf } from './client-address.ts'

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

describe('a network', () => {
  it('is an IPv4 address, however it is written', () => {
    for (const one of ['198.51.100.1', '::ffff:198.51.100.1', '198.51.100.1:4711'])
      expect(networkOf(one)).toBe('198.51.100.1')
  })

  it('is all that an IPv6 household may call from', () => {
    for (const one of ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '[2001:0db8:0001:0002::7]:4711'])
      expect(networkOf(one)).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  })

  it('is whatever was said when that is no address', () => {
    for (const one of ['', 'unknown', '_hidden', '999.1.1.1']) expect(networkOf(one)).toBe(one)
  })
})

describe('a request is from this machine', () => {
  const asking = (url = 'http://127.0.0.1:3000/metrics', headers = {}) => new Request(url, { headers })

  it('when no proxy says that it asks for another', () => {
    expect(isFromHere('127.0.0.1', asking())).toBe(true)
    expect(isFromHere('::1', asking())).toBe(true)
    expect(isFromHere('203.0.113.9', asking())).toBe(false)
    expect(isFromHere(undefined, asking())).toBe(false)
    for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])
      expect(isFromHere('127.0.0.1', asking(undefined, { [name]: '127.0.0.1' })), name).toBe(false)
  })

  it('when it is asked by a name that only this machine has', () => {
    for (const host of ['localhost', 'localhost:3000', 'city.localhost', '127.0.0.2', '[::1]:3000'])
      expect(isFromHere('127.0.0.1', asking(`http://${host}/`)), host).toBe(true)
    for (const host of ['city.example', 'evillocalhost', 'localhost.evil.example', '127.evil.example', '203.0.113.9'])
      expect(isFromHere('127.0.0.1', asking(`http://${host}/`)), host).toBe(false)
  })
})
