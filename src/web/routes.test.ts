import { describe, expect, it } from 'vitest'

import type {
  AreaId,
  CityId,
  DeviceId,
  FollowKey,
  OrganizationId,
  StopKey,
  SubscriptionId,
  UploadId,
} from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import { addresses, methodsOf, parsedHoles } from './match.ts'
import { fill, type Holes, pageBehind, paths, type RouteKey, routes } from './routes.ts'

const city = 'small-city' as CityId
const uuid = '0190f5a2-0000-7000-8000-000000000001'
const samples = {
  city,
  number: 12,
  act: 'resolve',
  media: uuid,
  upload: 'u'.repeat(32) as UploadId,
  organization: 'water-utility' as OrganizationId,
  secret: 's'.repeat(32),
  stop: '0b0e7a52-1111-4222-8333-944455556666' as StopKey,
  follow: uuid as FollowKey,
  subscription: uuid as SubscriptionId,
  device: uuid as DeviceId,
  area: 'old-town' as AreaId,
  key: 'k'.repeat(32),
  part: '640.webp',
  file: 'look-1a.css',
  z: 14,
  x: 9493,
  y: 5526,
  page: 2,
  day: '2026-11-24',
} satisfies Record<keyof Holes, string | number>
const keys = Object.keys(routes) as RouteKey[]
const holesOf = (key: RouteKey) =>
  [...routes[key].pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => samples[name as keyof Holes])

describe('paths', () => {
  it('are plain in Ukrainian and stand under /en in English', () => {
    expect(paths('uk').report(city, 12)).toBe('/small-city/reports/12')
    expect(paths('en').report(city, 12)).toBe('/en/small-city/reports/12')
    expect(paths('uk').cities()).toBe('/')
    expect(paths('en').cities()).toBe('/en')
  })

  it('are the same in every language where nothing is said', () => {
    expect(paths('en').basemap(city)).toBe('/basemap/small-city.pmtiles')
    expect(paths('en').assets('look.css')).toBe('/assets/look.css')
  })

  it('escape what stands in their holes', () => {
    expect(paths('uk').assets('a/../b')).toBe('/assets/a%2F..%2Fb')
  })
})

describe('the table of routes', () => {
  it.each(locales)('answers each address by its own route in %s', (locale) => {
    for (const key of keys) {
      const path = fill(key, locale, holesOf(key))
      const first = addresses.find((one) => routes[one.key].method === routes[key].method && one.test.test(path))
      expect(first?.key, path).toBe(key)
      expect(routes[key].spoken ? first?.locale : 'uk', path).toBe(routes[key].spoken ? locale : 'uk')
    }
  })

  it('takes nothing that is not an address', () => {
    for (const path of [
      '/Small-City',
      '/small-city/reports/0',
      '/small-city/reports/01',
      '/small-city/reports/1e3',
      '/small-city/reports/12/explode',
      '/en/en',
      '/basemap/x',
      '/media/short/640.webp',
      '/small-city/tiles/19/1/1.mvt',
      '/small-city/tiles/2/01/1.mvt',
      '/small-city/tiles/2/1/1',
    ])
      expect(methodsOf(path), path).toEqual(path === '/en/en' ? ['GET', 'HEAD'] : [])
  })

  it('names the methods of an address', () => {
    expect(methodsOf('/small-city/reports/new')).toEqual(['GET', 'POST', 'HEAD'])
    expect(methodsOf('/small-city/reports/12/resolve')).toEqual(['POST'])
  })

  it('parses numbers, and takes the ending off a file named for a city', () => {
    expect(parsedHoles('report', (name) => ({ city: 'small-city', number: '12' })[name])).toEqual({
      city: 'small-city',
      number: 12,
    })
    expect(parsedHoles('basemap', () => 'small-city.pmtiles')).toEqual({ city: 'small-city' })
  })
})

describe('the page behind a request', () => {
  it('is the one asked for, or the one whose form was sent', () => {
    expect(pageBehind('reports')).toBe('reports')
    expect(pageBehind('submitReport')).toBe('reportForm')
    expect(pageBehind('enterCode')).toBe('code')
    expect(pageBehind('saveSettings')).toBe('me')
    expect(pageBehind('moveReport')).toBe('report')
    expect(pageBehind('deskMove')).toBe('deskReport')
    expect(pageBehind('answerMove')).toBe('answer')
    expect(pageBehind('mailbox')).toBeNull()
  })
})
