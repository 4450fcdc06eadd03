import { createHash } from 'node:crypto'

import type { City } from '#src/domain/city.ts'
import type { Handler } from '../context.ts'
import type { Paths } from '../routes.ts'
import type { Rasterise } from '../still/stills.ts'
import { drawIcon } from './draw-icon.ts'
import { iconParts } from './icon-parts.ts'

/** Raised when icons come to be drawn otherwise. */
const edition = 1

/** Where one of a city's icons is found: its address changes with what it shows. */
export function iconAddress(to: Paths, city: City, part: string): string {
  return to.icon(city.id, keyOf(city), part)
}

/** The city's icons, each drawn when it is first asked for and kept from then on: some hundred kilobytes a city. */
export function icons(rasterise: Rasterise): Handler<'icon'> {
  const drawn = new Map<string, Promise<Uint8Array>>()
  return async ({ guide: { city }, holes: { key, part }, problem }) => {
    const wanted = iconParts.get(part)
    if (!wanted || key !== keyOf(city)) return problem({ kind: 'not_found' })
    const name = `${city.id}/${part}`
    const drawing = drawn.get(name) ?? rasterise(drawIcon(city.emblem, wanted))
    drawn.set(name, drawing)
    const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' }
    return new Response(new Uint8Array(await drawing), { headers })
  }
}

function keyOf({ emblem }: City): string {
  return createHash('sha256')
    .update(JSON.stringify([edition, emblem.ground, emblem.sign, emblem.path]))
    .digest('hex')
    .slice(0, 16)
}
