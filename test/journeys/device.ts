import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the caches of a device hold: the addresses in each, by its name. */
export function cached(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(async () => {
    const held: Record<string, readonly string[]> = {}
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys()
      held[name] = kept.map(({ url }) => new URL(url).pathname + new URL(url).search)
    }
    return held
  })
}

/** Every text that the caches of a device hold. */
export function cachedTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    let texts = ''
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) texts += await (await cache.match(request))?.text()
    }
    return texts
  })
}

/** Waits until the device has what it needs of a city to work without a connection. */
export async function isReady(page: Page): Promise<void> {
  await expect.poll(async () => (await cached(page)).ready?.length ?? 0, { timeout: 30_000 }).toBe(4)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** The caches of what was drawn for somebody. */
export async function personal(page: Page): Promise<readonly (readonly string[])[]> {
  return Object.entries(await cached(page)).flatMap(([name, held]) => (name.startsWith('mine-') ? [held] : []))
}
