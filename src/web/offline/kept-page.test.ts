import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let { asShown } = {} as typeof import('./kept-page.ts')

beforeAll(async () => {
  const words = { 'offline.not_sent': 'Не надіслано', 'offline.back': 'Назад', 'offline.again': 'Ще раз' }
  vi.stubGlobal('openCity', { words: { uk: words, en: words } })
  ;({ asShown } = await import('./kept-page.ts'))
})
afterAll(() => vi.unstubAllGlobals())

it('leads back to the very address that a form was sent from, whatever stands in it', async () => {
  const kept = new Response('<!doctype html><html lang="uk" data-viewer><main id="main"></main></html>')
  const back = "https://city.example/zhytomyr/reports?q=$&$'$`$1"
  const shown = await (await asShown(kept, 'offline.not_sent', new Date(), back)).text()
  expect(shown).toContain(`href="${back.replace('&', '&amp;')}"`)
  expect(shown.match(/<main id="main"/g)).toHaveLength(1)
})
