import type { Emblem } from '#src/domain/city.ts'
import type { IconKind, IconPart } from './icon-parts.ts'

/** A plus; and three lines of a list, each after its dot. In a square of 100, as an emblem is. */
const signs = {
  report: 'M42 12h16v30h30v16h-30v30h-16v-30h-30v-16h30z',
  mine: 'M10 20h14v14h-14zM34 20h56v14h-56zM10 43h14v14h-14zM34 43h56v14h-56zM10 66h14v14h-14zM34 66h56v14h-56z',
} as const

/** What the sign takes of the shorter side. A mask leaves a circle of 0.8, in which a square has a side of 0.56. */
const shares: Readonly<Record<IconKind, number>> = {
  any: 0.66,
  maskable: 0.54,
  monochrome: 0.8,
  apple: 0.62,
  report: 0.5,
  mine: 0.5,
  splash: 0.45,
  launch: 0.2,
}

/** A city's emblem as one of its icons, an SVG. */
export function drawIcon(emblem: Emblem, { kind, width, height }: IconPart): string {
  const path = kind === 'report' || kind === 'mine' ? signs[kind] : emblem.path
  const side = Math.min(width, height) * shares[kind]
  const place = `translate(${(width - side) / 2} ${(height - side) / 2}) scale(${side / 100})`
  const colour = kind === 'monochrome' ? '#ffffff' : emblem.sign
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    groundOf(kind, width, height, emblem.ground),
    `<path transform="${place}" d="${path}" fill="${colour}" fill-rule="evenodd"/>`,
    '</svg>',
  ].join('')
}

function groundOf(kind: IconKind, width: number, height: number, colour: string): string {
  if (kind === 'monochrome') return ''
  const isWhole = kind !== 'any' && kind !== 'report' && kind !== 'mine'
  return `<rect width="${width}" height="${height}" rx="${isWhole ? 0 : width * 0.2}" fill="${colour}"/>`
}
