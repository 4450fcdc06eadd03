import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aPhoto } from './photos.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** The pages in an app from a store, whose shell is played by the test: of Capacitor there is what a page sees. */
export function inAShell(stage: () => Stage): void {
  journey(
    stage,
    'in an app from a store a photo that another app hands over begins a report, and links open in the app',
    async (all) => {
      const page = await all.comes()
      const told: unknown[] = []
      await page.route('**/me/devices', (route) => {
        told.push(route.request().postDataJSON())
        return route.fulfill({ status: 204 })
      })
      const { buffer } = await aPhoto({ width: 640, height: 480 })
      await page.route('**/_capacitor_content_/**', (route) => route.fulfill({ body: buffer }))
      await page.addInitScript(asIfInAnApp)
      await page.goto(`${city}/reports`)

      await page.waitForURL(`**${city}/reports/new`)
      expect(await page.locator('textarea[name=description]').inputValue()).toBe('Яма на Київській')
      await page.locator('[data-photo-field] li img').waitFor()
      await expect.poll(() => told).toContainEqual({ way: 'fcm', address: 'an-address-of-the-app', add: [] })

      const camera = page.getByRole('button', { name: uk('files.take_photo'), exact: true })
      const [picking] = await Promise.all([page.waitForEvent('filechooser'), camera.click()])
      expect(await picking.element().getAttribute('capture')).toBeNull()

      await hears(page, { url: 'https://elsewhere.example/' })
      await hears(page, { url: `${all.house.origin}${city}/organizations` })
      await page.waitForURL(`**${city}/organizations`)
    },
  )

  journey(stage, 'in an app on an iPhone the photo comes in pieces through the bridge', async (all) => {
    const page = await all.comes()
    await page.route('**/me/devices', (route) => route.fulfill({ status: 204 }))
    const { buffer } = await aPhoto({ width: 640, height: 480 })
    await page.addInitScript(asIfInAnApp)
    await page.addInitScript(asIfOnAnIPhone, buffer.toString('base64'))
    await page.goto(`${city}/reports`)
    await page.waitForURL(`**${city}/reports/new`)
    await page.locator('[data-photo-field] li img').waitFor()
    expect(await page.getByRole('button', { name: uk('files.take_photo'), exact: true }).count()).toBe(0)
  })

  journey(stage, 'an app opens in the language of its phone, and then in the one last read', async (all) => {
    const page = await all.comes({ locale: 'en-GB' })
    await page.context().addInitScript(() => {
      const silent = { nativePromise: async () => ({ files: [], receive: 'prompt' }), addListener: () => {} }
      Object.assign(window, { Capacitor: { getPlatform: () => 'android', ...silent } })
    })
    await page.goto(city)
    await page.waitForURL(`**/en${city}`)
    await page.locator('header a[hreflang=uk]').click()
    await page.waitForURL((url) => url.pathname === city)
    const later = await page.context().newPage()
    await later.goto(city)
    await later.waitForFunction(() => sessionStorage.getItem('app-started') !== null)
    expect([new URL(later.url()).pathname, await later.locator('html').getAttribute('lang')]).toEqual([city, 'uk'])
  })
}

/** Runs in the page before its own scripts: the phone's answers, and what is handed over, once. */
function asIfInAnApp(): void {
  const heard: Record<string, (what: unknown) => void> = {}
  const answers: Record<string, () => unknown> = {
    checkPermissions: () => ({ receive: 'granted' }),
    requestPermissions: () => ({ receive: 'granted' }),
    register: () => heard.registration?.({ value: 'an-address-of-the-app' }),
    take: () => {
      if (sessionStorage.getItem('taken')) return { files: [] }
      sessionStorage.setItem('taken', 'yes')
      const photo = { uri: 'content://photos/1', type: 'image/jpeg', name: 'IMG_1.jpg' }
      return { text: 'Яма на Київській', files: [photo] }
    },
  }
  Object.assign(window, {
    heard,
    Capacitor: {
      getPlatform: () => 'android',
      nativePromise: async (_: string, method: string) => answers[method]?.(),
      addListener: (_: string, event: string, hear: (what: unknown) => void) => {
        heard[event] = hear
      },
      convertFileSrc: (uri: string) => uri.replace('content:/', '/_capacitor_content_'),
    },
  })
}

/** Runs after the above: files have no address there, and are read from where the page asks. */
function asIfOnAnIPhone(photo: string): void {
  const { Capacitor: shell } = window as unknown as {
    Capacitor: { nativePromise(plugin: string, method: string, options: { from: number }): Promise<unknown> }
  }
  const others = shell.nativePromise
  const bytes = atob(photo)
  Object.assign(shell, {
    getPlatform: () => 'ios',
    convertFileSrc: undefined,
    nativePromise: async (plugin: string, method: string, options: { from: number }) =>
      method === 'read'
        ? { data: btoa(bytes.slice(options.from, options.from + 1000)) }
        : others(plugin, method, options),
  })
}

/** The phone hands a link to the app that is open. */
async function hears(page: Page, what: object): Promise<void> {
  await page.waitForFunction(() => 'appUrlOpen' in (window as unknown as { heard: object }).heard)
  await page.evaluate(
    (link) => (window as unknown as { heard: { appUrlOpen(what: object): void } }).heard.appUrlOpen(link),
    what,
  )
}
