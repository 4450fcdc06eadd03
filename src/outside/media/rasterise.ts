import sharp from 'sharp'

/** A drawing of ours as a small PNG. Never for an SVG that somebody sent. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 7 }).toBuffer()
}
