import { entrances } from './entrances.ts'
import { greenery } from './greenery.ts'
import { homes } from './homes.ts'
import { lights } from './lights.ts'
import { pavements } from './pavements.ts'
import { roads } from './roads.ts'
import type { Scene } from './scene.ts'
import { squares } from './squares.ts'
import { stops } from './stops.ts'
import { taps } from './taps.ts'
import { traffic } from './traffic.ts'
import { walls } from './walls.ts'
import { waste } from './waste.ts'
import { water } from './water.ts'
import { yards } from './yards.ts'

/** Every kind of picture by its name. */
export const scenes: Readonly<Record<string, Scene>> = {
  ...entrances,
  ...greenery,
  ...homes,
  ...lights,
  ...pavements,
  ...roads,
  ...squares,
  ...stops,
  ...taps,
  ...traffic,
  ...walls,
  ...waste,
  ...water,
  ...yards,
}
