import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** So many photos of a report are on the page, and the browser could draw each. */
export async function expectPhotos(page: Page, count: number): Promise<void> {
  const photos = page.getByRole('img', { name: /^Фото \d+ до звернення/ })
  await expect.poll(() => photos.count(), { timeout: 20_000 }).toBe(count)
  for (const photo of await photos.all()) {
    await photo.scrollIntoViewIfNeeded()
    const width = () => photo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))
    await expect.poll(width, { timeout: 20_000, message: 'a photo that shows' }).toBeGreaterThan(0)
  }
}

/** A video is on the page, and whoever sees the page may play it. */
export async function expectVideo(page: Page): Promise<void> {
  const address = await page.locator('main video').getAttribute('src')
  const answer = await page.request.get(address ?? '')
  expect({ status: answer.status(), type: answer.headers()['content-type'] }).toEqual({
    status: 200,
    type: 'video/mp4',
  })
}
