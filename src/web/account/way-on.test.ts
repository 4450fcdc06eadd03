import { describe, expect, it } from 'vitest'

import { type Steps, stepsForgotten, stepsFromCookie, stepsToCookie, wayOnFrom, whyOf } from './way-on.ts'

const isCity = (id: string) => id === 'small-city'
const way = (value: string) => wayOnFrom(value, isCity)
const back = (set: string, secure = false) => {
  const headers = { cookie: set.split(';')[0] ?? '' }
  return stepsFromCookie(new Request('http://own.example/', { headers }), secure)
}

describe('the way on from signing in', () => {
  it('is a page of ours, or the draft of a city', () => {
    expect(way('/me?saved#settings')).toEqual({ kind: 'page', path: '/me?saved#settings' })
    expect(way('small-city')).toEqual({ kind: 'draft', city: 'small-city' })
    expect(way('/small-city/reports?q=яма')).toEqual({
      kind: 'page',
      path: '/small-city/reports?q=%D1%8F%D0%BC%D0%B0',
    })
  })

  it('says what one signs in for', () => {
    const why = (value: string) => {
      const wayOn = way(value)
      return wayOn && whyOf(wayOn)
    }
    expect(why('small-city')).toBe('report')
    expect(why('/small-city/reports/7?act=withdraw&draft=x')).toBe('kept')
    expect(why('/small-city/desk/7?folder=new&act=ask&draft=x')).toBe('kept')
    expect(why('/en/small-city/reports/7?opinion=x#solved')).toBe('kept')
    expect(why('/small-city/reports/7/add')).toBe('addition')
    expect(why('/en/small-city/reports/7/add')).toBe('addition')
    expect(why('/small-city/reports/7')).toBeNull()
    expect(why('/me')).toBeNull()
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '\\/evil.example',
    'javascript:alert(1)',
    'evil-city',
    '/a\r\nset-cookie: a=b',
    '',
  ])('is never another site: %j', (value) => {
    expect(way(value)).toBeNull()
    const cookie = stepsToCookie({ email: 'a@b.example', wayOn: { kind: 'page', path: value } }, false)
    expect(back(cookie)?.wayOn).toBeNull()
  })
})

describe('the cookie that carries it', () => {
  const steps: Steps = { email: 'a@b.example', wayOn: { kind: 'page', path: '/me' } }

  it('comes back as it went', () => {
    expect(back(stepsToCookie(steps, false))).toEqual(steps)
  })

  it('is this host’s alone where TLS is, and another that a neighbour planted is not read', () => {
    const set = stepsToCookie(steps, true)
    expect(set).toMatch(/^__Host-sign_in=[\w-]+; Path=\/; Max-Age=1800; HttpOnly; SameSite=Lax; Secure$/)
    expect(back(set, true)).toEqual(steps)
    expect(back(stepsToCookie(steps, false), true)).toBeNull()
    expect(stepsForgotten(true)).toMatch(/^__Host-sign_in=; Path=\/; Max-Age=0; .*Secure$/)
  })

  it.each([
    'null',
    '{"email":7}',
    '{"email":"a\\u0000@b.example","wayOn":null}',
    '{"email":"a@b.example\\r\\nBcc: c@d.example","wayOn":null}',
    `{"email":"${'a'.repeat(250)}@b.example","wayOn":null}`,
    '{"email":"a@b.example","wayOn":{"kind":"elsewhere"}}',
  ])('is none when made up: %s', (value) => {
    expect(back(`sign_in=${Buffer.from(value).toString('base64url')}`)).toBeNull()
    expect(back('sign_in=%%%')).toBeNull()
  })
})
