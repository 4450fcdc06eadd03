import { expect } from 'vitest'
import { acted, aReport } from './requests.ts'
import { neighbour, staff, staffComes } from './signing-in.ts'
import { openAtDesk, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** What one person does about one thing, one after another. */
export function inOrder(stage: () => Stage): void {
  journey(stage, 'acts that wait on one page for a connection are done in the order of pressing', async (all) => {
    const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway', lng: '28.6705', lat: '50.2600' }
    const number = await aReport(all, neighbour, { ...pothole, description: 'Яма, у яку провалюється колесо.' })
    await acted(all, staff.moderator, number, 'approve', { organization: 'road-works' })
    const officer = await staffComes(all, staff.officer)
    await openAtDesk(officer, number)
    const tried: string[] = []
    let isBroken = true
    await officer.route(`**/desk/${number}/*`, (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      tried.push(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')
      return isBroken ? route.abort() : route.continue()
    })
    const began = officer.getByRole('button', { name: uk('act.start'), exact: true })
    await began.click()
    await officer.getByText(uk('outbox.kept')).first().waitFor()
    const resolving = await unfold(officer, 'resolve')
    await resolving.getByLabel(uk('acting.note.resolve')).fill('Засипали гарячим асфальтом.')
    await press(resolving, 'resolve')
    await expect.poll(() => officer.getByText(uk('outbox.kept')).count()).toBe(2)

    isBroken = false
    await officer.evaluate(() => dispatchEvent(new Event('online')))
    const resident = await all.comes()
    const isResolved = async () => {
      await resident.goto(`${city}/reports/${number}`)
      return resident.locator('.report-state', { hasText: uk('status.resolved') }).count()
    }
    await expect.poll(isResolved, { timeout: 30_000, interval: 500 }).toBe(1)
    await resident.locator('.timeline').getByText(uk('did.start')).first().waitFor()
    expect(tried.filter((act, at) => act !== tried[at - 1])).toEqual(['start', 'resolve'])
  })
}
