import type { Common } from '../context.ts'

/** Whose streets the pictures of places show, in plain words; empty where the city has no streets. */
export async function streetSources({ basemap }: Pick<Common, 'basemap'>): Promise<string> {
  const streets = await basemap()
  if (!streets) return ''
  const { attribution } = await streets.facts()
  return attribution.replace(/<[^>]*>/g, '')
}
