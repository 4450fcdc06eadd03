import { describe, expect, it } from 'vitest'

import { narrowingParameters } from '../reports/unclear.ts'
import { isNewestOnly, narrowed, queryOf, stateIn } from './page-state.ts'

const read = (query: string) => stateIn(new URLSearchParams(query))

describe('the address of the map page', () => {
  it('keeps view, card and filters, and is read back as it was written', () => {
    const query =
      'status=resolved&status=accepted&category=water&area=old-town&lng=28.65870&lat=50.25470&zoom=14.50&report=12'
    expect(queryOf(read(query))).toBe(query)
    expect(read(query)).toEqual({
      view: { lng: 28.6587, lat: 50.2547, zoom: 14.5 },
      report: 12,
      filters: [
        ['status', 'resolved'],
        ['status', 'accepted'],
        ['category', 'water'],
        ['area', 'old-town'],
      ],
    })
  })

  it.each([
    '',
    'lng=28',
    'lng=28&lat=50',
    'lng=x&lat=50&zoom=3',
    'lng=28&lat=95&zoom=3',
    'lng=28&lat=50&zoom=-1',
    'lng=1e2&lat=5&zoom=3',
    'report=0',
    'report=-1',
    'number=12&category=',
  ])('means the whole city when it is %j', (query) => {
    expect(read(query)).toEqual({ view: null, report: null, filters: [] })
  })

  it('narrows another address by the same filters alone', () => {
    const { filters } = read('status=resolved&report=12&lng=1&lat=1&zoom=1')
    expect(narrowed('/tiles', filters)).toBe('/tiles?status=resolved')
    expect(narrowed('/tiles', [])).toBe('/tiles')
  })

  it('keeps every filter of the list', () => {
    const query = new URLSearchParams([...narrowingParameters, 'q'].map((name) => [name, 'x']))
    expect(new URLSearchParams(queryOf(stateIn(query)))).toEqual(query)
  })

  it.each([
    ['', false],
    ['status=resolved&category=water', false],
    ['status=resolved&area=old-town', true],
    ['overdue=2026-11-27', true],
    ['q=яма', true],
  ])('under %j holds only the newest: %s', (query, expected) => {
    expect(isNewestOnly(read(query).filters)).toBe(expected)
  })
})
