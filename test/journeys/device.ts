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

/** How many files wait on a device until their form is sent. */
export function filesKept(page: Page): Promise<number> {
  const count = () =>
    new Promise<number>((resolve) => {
      const opening = indexedDB.open('files-to-send')
      // There is none: to look makes none.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onerror = () => resolve(0)
      opening.onsuccess = () => {
        const database = opening.result
        database.onversionchange = () => database.close()
        const counting = database.transaction('files').objectStore('files').count()
        counting.onsuccess = () => {
          database.close()
          resolve(counting.result)
        }
      }
    })
  return page.evaluate(count)
}

/** Leaves a file on a device as a form does that was closed before it was sent. */
export function keepFile(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('files-to-send')
        opening.onsuccess = () => {
          const database = opening.result
          const writing = database.transaction('files', 'readwrite')
          const file = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })
          writing.objectStore('files').put({ id: 'left', form: 'left', at: Date.now(), file, upload: null })
          writing.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
  )
}
