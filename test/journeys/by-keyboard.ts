import { expect } from 'vitest'
import { expectFocusSeen, hasFocus, tabTo } from './keyboard.ts'
import { newestCode } from './letters.ts'
import { aPhoto } from './photos.ts'
import { aReport } from './requests.ts'
import { attached, numberOf } from './resident.ts'
import { aResident, neighbour, staff, staffComes } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Tab, Enter, Space and arrows, and never a pointer. */
export function byKeyboard(stage: () => Stage): void {
  journey(stage, 'a resident reports by keyboard alone', async ({ comes, house }) => {
    const author = aResident()
    const page = await comes()
    const { keyboard } = page
    await page.goto(city)

    const skip = page.getByRole('link', { name: uk('nav.skip') })
    await tabTo(page, skip)
    await keyboard.press('Enter')
    expect(await hasFocus(page.locator('#main'))).toBe(true)
    await tabTo(page, page.locator('#main').getByRole('link', { name: uk('nav.report_problem') }))
    await keyboard.press('Enter')
    await page.waitForURL('**/reports/new')

    await tabTo(page, page.locator('summary', { hasText: 'Дороги і тротуари' }))
    await keyboard.press('Enter')
    await tabTo(page, page.getByRole('radio', { name: 'Яма на дорозі' }))
    await keyboard.press('Space')
    await tabTo(page, page.getByRole('radio', { name: 'На проїзній частині' }))
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'На пішохідному переході' }).isChecked()).toBe(true)
    await tabTo(page, page.getByLabel(uk('form.address'), { exact: true }))
    await keyboard.type('вул. Київська, 12')
    await tabTo(page, page.getByLabel(uk('form.words')))
    // Asked for long before it comes: a browser that is told to hand it over at the last moment may show its own.
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 })
    await keyboard.type('Яма на переході, люди її обходять.')
    await tabTo(page, page.getByLabel(uk('files.add')))
    await keyboard.press('Space')
    await (await chooser).setFiles(await aPhoto())
    await expect.poll(() => attached(page).count(), { timeout: 30_000 }).toBe(1)
    await tabTo(page, page.locator('#send'))
    await keyboard.press('Enter')

    await page.waitForURL('**/sign-in?**')
    await tabTo(page, page.getByLabel(uk('sign_in.email')))
    await keyboard.type(author.address)
    await keyboard.press('Enter')
    await page.waitForURL('**/sign-in/code')
    expect(await hasFocus(page.getByLabel(uk('code.field'), { exact: true }))).toBe(true)
    await keyboard.type(await newestCode(house, author.address))
    await keyboard.press('Enter')
    await page.waitForURL('**/sign-in/about')
    await tabTo(page, page.getByLabel(uk('about.first_name'), { exact: true }))
    await keyboard.type(author.name.first)
    await tabTo(page, page.getByLabel(uk('about.last_name'), { exact: true }))
    await keyboard.type(author.name.last)
    await tabTo(page, page.getByLabel(uk('about.consent')))
    await keyboard.press('Space')
    await keyboard.press('Enter')
    await numberOf(page)
    await page.getByText(uk('mine.waits.submitted')).waitFor()

    await tabTo(page, page.locator('summary', { hasText: uk('act.withdraw') }))
    await keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: uk('act.withdraw') }))
    await keyboard.press('Enter')
    await page.getByText(uk('mine.done.withdraw')).waitFor()
  })

  journey(stage, 'a moderator works by keyboard alone', async (all) => {
    const words = `Люк ${crypto.randomUUID().slice(0, 8)} стукає`
    const place = { lat: '', lng: '' }
    await aReport(all, neighbour, { category: 'bridge', description: words, ...place })
    const page = await staffComes(all, staff.moderator)
    const { keyboard } = page

    await tabTo(page, page.getByRole('link', { name: words }))
    await keyboard.press('Enter')
    await page.waitForURL('**/desk/*')
    await tabTo(page, page.getByRole('link', { name: uk('desk.to_acts') }))
    await keyboard.press('Enter')
    await tabTo(page, page.locator('summary', { hasText: uk('act.approve') }))
    await keyboard.press('Enter')
    await tabTo(page, page.getByLabel(uk('acting.point')))
    await keyboard.type('50.2547, 28.6587')
    await tabTo(page, page.getByRole('button', { name: uk('act.approve') }))
    // What the map says of the point takes a line more above the button.
    await page.locator('[data-map-said]', { hasText: '28.65870' }).waitFor()
    await expectFocusSeen(page)
    await keyboard.press('Enter')
    await page.waitForURL('**done=approve**')
  })
}
