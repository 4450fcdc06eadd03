import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { locales } from '#src/domain/locale.ts'
import { flavorFrom } from './flavor.ts'
import { mapStyle, type StyleFacts } from './map-style.ts'
import { aPalette } from './palette.examples.ts'
import { mix } from './palette.ts'
import { manyReports, oneReport } from './report-overlay.ts'

const reports = manyReports('http://x/{z}/{x}/{y}.mvt', aPalette())
const someFacts = (changes: Partial<StyleFacts> = {}): StyleFacts => ({
  palette: aPalette(),
  locale: 'uk',
  basemap: { type: 'vector', tiles: ['pmtiles://x/{z}/{x}/{y}'] },
  outline: { type: 'MultiPolygon', coordinates: [] },
  overlay: reports,
  ...changes,
})
const ids = (layers: readonly LayerSpecification[]) => layers.map(({ id }) => id)

describe('the style', () => {
  it('asks for nothing but tiles', () => {
    const style = mapStyle(someFacts())
    expect(style).not.toHaveProperty('glyphs')
    expect(style).not.toHaveProperty('sprite')
    const ground = style.layers.filter((layer) => 'source' in layer && layer.source === 'basemap')
    expect(JSON.stringify(ground)).not.toContain('icon-image')
  })

  it.each(locales)('writes a label once, in %s or as people there write it', (locale) => {
    const { layers } = mapStyle(someFacts({ locale }))
    const named = layers.filter((layer) => layer.type === 'symbol' && layer.source === 'basemap')
    const fields = named.map((layer) => ('layout' in layer ? layer.layout : {}) as { 'text-field'?: unknown })
    const once = ['coalesce', ['get', `name:${locale}`], ['get', 'name']]
    expect(fields.length).toBeGreaterThan(5)
    for (const { 'text-field': field } of fields.filter((one) => JSON.stringify(one).includes('"name"'))) {
      expect(field).toEqual(once)
    }
  })

  it('shows the city on plain ground when there is no basemap', () => {
    const style = mapStyle(someFacts({ basemap: null }))
    expect(Object.keys(style.sources)).toEqual(['city', 'outside', 'area', 'reports'])
    expect(ids(style.layers)).toEqual([
      'ground',
      'city',
      'outside',
      'city-edge',
      'area-edge',
      'pins',
      'counts',
      'count-figures',
    ])
  })

  it('keeps pins above everything', () => {
    expect(ids(mapStyle(someFacts()).layers).slice(-3)).toEqual(['pins', 'counts', 'count-figures'])
  })

  it('draws one report as its pin, over those of its neighbours', () => {
    const overlay = oneReport({ lng: 1, lat: 2 }, 'resolved', [], aPalette('dark'))
    expect(ids(overlay.layers)).toEqual(['near', 'pins'])
    expect(JSON.stringify(overlay.layers)).toContain(' dark')
  })

  it('has a colour for everything on the ground, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { regular, bold, italic, ...colours } = flavorFrom(aPalette(theme))
      for (const [name, colour] of Object.entries(colours)) expect(colour, name).toMatch(/^rgb\(\d+, \d+, \d+\)$/)
    }
  })

  it('mixes colours by share', () => {
    expect(mix('rgb(0, 100, 200)', 'rgb(100, 100, 0)', 0.25)).toBe('rgb(25, 100, 150)')
  })
})
