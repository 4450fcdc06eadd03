import { expect } from 'vitest'
import { diceOf } from '#src/demo/dice.ts'
import { isLong, seed } from '../faults/chance.ts'
import { openLink } from '../link.ts'
import { kept } from './arrived.ts'
import { isReady } from './device.ts'
import { expectWhole, goes, standing, withWorker, written } from './outbox.ts'
import { aPhoto, aVideo } from './photos.ts'
import { comesSignedIn, neighbour } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** So often a link breaks. */
const times = isLong ? 20 : 1

/** Whatever breaks while what waited is sent. */
export function brokenLink(stage: () => Stage): void {
  journey(
    stage,
    `one report arrives whole over a link that breaks ${times === 1 ? 'once' : `${times} times`}, past a server that is killed, from two tabs`,
    async (all) => {
      await using link = await openLink(all.house)
      const page = await comesSignedIn(all, neighbour, { ...withWorker, baseURL: link.origin })
      const context = page.context()
      await page.goto(`${city}/help`)
      await isReady(page)
      await goes(context, link, 'offline')
      const words = await written(page, [await aPhoto(), await aVideo()])
      await page.getByText(uk('outbox.kept')).waitFor()
      const { files } = await kept(page)
      const tabs = [page, await context.newPage()]
      for (const tab of tabs) await tab.goto(`${city}/offline`)

      const whole = files.reduce((sum, { size }) => sum + size, 0)
      const dice = diceOf(`${seed} breaks`)
      link.cutAfter(Array.from({ length: times }, () => dice.whole(1, Math.floor(whole / (times + 1)))))
      await goes(context, link, 'online')
      const hurried = async <Value>(look: () => Value | Promise<Value>) => {
        // Nobody waits half a minute for each.
        for (const tab of tabs) await tab.evaluate(() => dispatchEvent(new Event('online')))
        return look()
      }
      await expect.poll(() => hurried(link.cuts), { timeout: 60_000 }).toBeGreaterThanOrEqual(1)
      await all.house.kill()
      await all.house.start()
      const patience = { timeout: 60_000 + times * 10_000 }
      await expect.poll(() => hurried(() => standing(page)), patience).toMatch(/^надіслано № \d+$/)
      expect(link.cuts()).toBe(times)
      await expectWhole(all, page, words, files)
      await tabs[1]?.close()
    },
  )
}
