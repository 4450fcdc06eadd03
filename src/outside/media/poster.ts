import { sharp } from './image-loaders.ts'

const longest = 960

/** A still picture that stands for a video until it plays: its shape, a strip of film and the sign to play, in WebP. */
export async function poster(width: number, height: number): Promise<Uint8Array> {
  const scale = Math.min(1, longest / Math.max(width, height))
  const w = Math.max(1, Math.round(width * scale))
  const h = Math.max(1, Math.round(height * scale))
  return sharp(Buffer.from(drawing(w, h)))
    .webp({ quality: 78, effort: 2 })
    .toBuffer()
}

function drawing(w: number, h: number): string {
  const radius = Math.min(w, h) * 0.16
  const holes = Array.from(
    { length: 12 },
    (_, n) => `<rect x="${((n + 0.3) * w) / 12}" y="0.03" rx="2" width="${w / 30}"/>`,
  )
  const side = (y: number) => holes.map((hole) => hole.replace('y="0.03"', `y="${y}" height="${h * 0.035}"`)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
    <rect width="${w}" height="${h}" fill="#2b3440"/>
    <g fill="#4a5665">${side(h * 0.025)}${side(h * 0.94)}</g>
    <g transform="translate(${w / 2} ${h / 2}) scale(${radius})">
      <circle r="1" fill="#fff" fill-opacity="0.92"/>
      <path d="M-0.3 -0.5 L0.55 0 L-0.3 0.5 Z" fill="#2b3440"/>
    </g>
  </svg>`
}
