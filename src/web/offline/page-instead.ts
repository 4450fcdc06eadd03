import { shelves } from './shelves.ts'

/** The page that tells what works without a connection: of the city that the address names, else of any. */
export async function pageInstead({ pathname }: URL): Promise<Response | undefined> {
  const cache = await caches.open(shelves.ready)
  const all = (await cache.keys()).filter(({ url }) => new URL(url).pathname.endsWith('/offline'))
  const near = all.find(({ url }) => `${pathname}/`.startsWith(new URL(url).pathname.replace(/offline$/, '')))
  const [instead] = near ? [near] : all
  return instead && cache.match(instead)
}
