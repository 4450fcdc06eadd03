import sharp from 'sharp'
import { type Dice, diceOf } from './dice.ts'
import { height, width } from './drawing/camera.ts'
import { lightOf } from './drawing/light.ts'
import { air } from './drawing/street.ts'
import type { Scene } from './scenes/scene.ts'
import { scenes } from './scenes/scenes.ts'

/** What a photo shows and when it was taken; the same seed draws the same. */
export type Shot = {
  readonly scene: string
  readonly seed: string
  /** 1–12 and 0–23, in the city. */
  readonly month: number
  readonly hour: number
  /** What was reported is put right. */
  readonly fixed: boolean
}

/** Draws a photo into a JPEG file of 1280 × 960, as a phone might have taken it. */
export async function drawPhoto(shot: Shot, file: string): Promise<void> {
  const dice = diceOf(shot.seed)
  const svg = svgOf(sceneNamed(shot.scene), shot, dice)
  await sharp(Buffer.from(svg))
    .blur(dice.between(0.5, 1))
    .flatten()
    .composite([{ input: await grain(dice), raw: { width, height, channels: 3 }, blend: 'soft-light' }])
    .jpeg({ quality: 84, chromaSubsampling: '4:2:0' })
    .toFile(file)
}

export function sceneNamed(name: string): Scene {
  const scene = scenes[name]
  if (!scene) throw new Error(`No scene is called ${name}`)
  return scene
}

function svgOf(scene: Scene, { month, hour, fixed }: Shot, dice: Dice): string {
  const at = scene.hours ? dice.pick(scene.hours) : hour
  const light = lightOf(month, at, dice, scene.snow === true || (month === 1 && dice.chance(0.5)))
  const view = scene.hold({ dice, light, fixed })
  const drawn = scene.draw(view)
  const corners = `<radialGradient id="corners" cx=".5" cy=".5" r=".75"><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></radialGradient>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${corners}</defs>${drawn}${scene.indoors ? view.glows.join('') : air(view)}<rect width="${width}" height="${height}" fill="url(#corners)"/></svg>`
}

const grains: Buffer[] = []

/** What a small sensor adds to every picture; a few sheets of it serve all. */
async function grain(dice: Dice): Promise<Buffer> {
  const at = dice.whole(0, 2)
  const made = grains[at]
  if (made) return made
  const noise = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 16 + at * 5 },
    },
  })
  const sheet = await noise.blur(0.6).raw().toBuffer()
  grains[at] = sheet
  return sheet
}
