import type { Flavor } from '@protomaps/basemaps'
import { mix, type Palette } from './palette.ts'

/** Names that MapLibre draws itself, with the browser's own fonts: no glyph server. The first name's weight is the one drawn. */
export const fonts = { regular: 'system-ui', bold: 'Noto Sans Semibold,system-ui', italic: 'system-ui' } as const

/** The basemap's colours: quiet and cool, light or dark, so that pins speak. */
export function flavorFrom({ theme, colours }: Palette): Flavor {
  const { ground, paper, sunken, ink, line, blue, resolved } = colours
  const soft = colours['ink-soft']
  const earth = theme === 'dark' ? mix(ground, paper, 0.55) : mix(ground, sunken, 0.6)
  const green = mix(earth, resolved, 0.09)
  const built = mix(earth, line, 0.3)
  const road = theme === 'dark' ? mix(paper, line, 0.8) : paper
  const mainRoad = theme === 'dark' ? mix(line, soft, 0.15) : paper
  const edge = theme === 'dark' ? ground : line
  const sunk = mix(road, earth, 0.5)

  return {
    background: earth, earth,
    park_a: green, park_b: green, wood_a: green, wood_b: green, scrub_a: green, scrub_b: green, zoo: green,
    hospital: built, industrial: built, school: built, military: built, aerodrome: built,
    pedestrian: mix(earth, paper, 0.5), pier: built, runway: road,
    glacier: earth, sand: earth, beach: earth,
    water: mix(theme === 'dark' ? sunken : line, blue, theme === 'dark' ? 0.16 : 0.12),
    buildings: mix(earth, line, 0.55),

    tunnel_other_casing: edge, tunnel_minor_casing: edge, tunnel_link_casing: edge, tunnel_major_casing: edge, tunnel_highway_casing: edge,
    tunnel_other: sunk, tunnel_minor: sunk, tunnel_link: sunk, tunnel_major: sunk, tunnel_highway: sunk,
    minor_service_casing: edge, minor_casing: edge, link_casing: edge,
    major_casing_late: edge, major_casing_early: edge, highway_casing_late: edge, highway_casing_early: edge,
    other: road, minor_service: road, minor_a: road, minor_b: road,
    link: mainRoad, major: mainRoad, highway: mainRoad,
    bridges_other_casing: edge, bridges_minor_casing: edge, bridges_link_casing: edge, bridges_major_casing: edge, bridges_highway_casing: edge,
    bridges_other: road, bridges_minor: road, bridges_link: mainRoad, bridges_major: mainRoad, bridges_highway: mainRoad,
    railway: mix(line, soft, 0.25), boundaries: mix(line, soft, 0.4),

    roads_label_minor: soft, roads_label_minor_halo: earth, roads_label_major: soft, roads_label_major_halo: earth,
    address_label: soft, address_label_halo: earth,
    ocean_label: soft,
    subplace_label: soft, subplace_label_halo: earth,
    city_label: ink, city_label_halo: earth,
    state_label: soft, state_label_halo: earth, country_label: soft,
    ...fonts,
  } // biome-ignore format: a table of colours, grouped by what they paint
}
