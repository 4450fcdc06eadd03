import type { Basemap } from '#src/outside/basemap/basemaps.ts'
import type { Common } from '../context.ts'

/** Whose streets the pictures of places show, in plain words; empty where the city has no streets. */
export async function streetSources({ basemap }: Pick<Common, 'basemap'>): Promise<string> {
  const streets = await basemap()
  return streets ? sourcesOf(streets) : ''
}

export async function sourcesOf(streets: Basemap): Promise<string> {
  const { attribution } = await streets.facts()
  return attribution.replace(/<[^>]*>/g, '')
}
