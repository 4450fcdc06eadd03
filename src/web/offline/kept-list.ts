import { shelvesToLookIn } from './shelves.ts'

/** Leaves in the list of what opens without a connection only what is on this device. */
export async function keptList(list: HTMLElement): Promise<void> {
  if (!('caches' in window)) return
  const shelves = await shelvesToLookIn()
  for (const item of list.querySelectorAll('li')) {
    const { pathname } = new URL(item.querySelector('a')?.href ?? '', location.href)
    const found = await Promise.all(shelves.map((shelf) => shelf.match(pathname, { ignoreSearch: true })))
    item.hidden = !found.some(Boolean)
  }
}
