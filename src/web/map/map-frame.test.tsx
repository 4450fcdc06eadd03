import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { aCity } from '#src/domain/examples.ts'
import type { MultiPolygon } from '#src/domain/guide.ts'
import { MapFrame, type MapFrameProps } from './map-frame.tsx'

const outline: MultiPolygon = { type: 'MultiPolygon', coordinates: [] }
const shown = (changes: Partial<MapFrameProps> = {}) =>
  render(<MapFrame use={{ kind: 'place' }} locale="uk" guide={{ city: aCity(), outline }} {...changes} />)
const settingsIn = (html: string) =>
  JSON.parse((/data-map="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')) as unknown

describe('the place of a map on a page', () => {
  it('is of use without a script, and offers no button that would do nothing', () => {
    const html = shown()
    expect(html).toContain('Мапа не обов’язкова')
    expect(html).toContain('<noscript>')
    expect(html).toMatch(/<button[^>]*data-map-show[^>]* hidden/)
    expect(html).toMatch(/<div[^>]*data-map-acts[^>]* hidden/)
    expect(html).not.toMatch(/ style=| on\w+=/)
  })

  it('tells the browser where things are, in the page’s language', () => {
    const use = {
      kind: 'reports',
      from: { tiles: '/zhytomyr/tiles/{z}/{x}/{y}.mvt', inView: '/in-view', most: null },
    } as const
    expect(settingsIn(shown({ use, locale: 'en' }))).toEqual({
      use,
      locale: 'en',
      outline: [],
      basemap: '/basemap/zhytomyr.pmtiles',
      reportAddress: '/en/zhytomyr/reports/{number}',
    })
  })

  it('has buttons for the point only where a point is chosen', () => {
    expect(shown()).toContain('data-map-locate')
    expect(shown({ use: { kind: 'report', point: { lng: 1, lat: 2 }, status: 'accepted' } })).not.toContain(
      'data-map-locate',
    )
  })
})
