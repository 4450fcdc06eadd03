import { addProtocol, type VectorSourceSpecification } from 'maplibre-gl'
import { PMTiles, Protocol } from 'pmtiles'

const protocol = new Protocol()
addProtocol('pmtiles', protocol.tile)

/**
 * The archive as a source of tiles, with the names of those whose data it shows. Null when the city has none; throws
 * when the archive does not answer.
 */
export async function readBasemap(address: string): Promise<VectorSourceSpecification | null> {
  const whole = new URL(address, location.href).href
  const answer = await fetch(whole, { method: 'HEAD' })
  if (answer.status === 204) return null
  if (!answer.ok) throw new Error(`the basemap answered ${answer.status}`)

  const archive = new PMTiles(whole)
  protocol.add(archive)
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader()
  const { attribution } = (await archive.getMetadata()) as { attribution?: unknown }
  return {
    type: 'vector',
    tiles: [`pmtiles://${archive.source.getKey()}/{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [minLon, minLat, maxLon, maxLat],
    ...(typeof attribution === 'string' ? { attribution } : {}),
  }
}
