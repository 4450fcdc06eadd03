import { Client } from 'pg'
import { expect, vi } from 'vitest'
import { letterTo, linkIn } from './letters.ts'
import { acted, aReport } from './requests.ts'
import { aResident, staff } from './signing-in.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Somebody who has no account and wants none. */
export function followingNews(stage: () => Stage): void {
  journey(
    stage,
    'somebody without an account follows a report, hears of it at once and once a day, and stops by one click',
    async (all) => {
      const { comes, house } = all
      const { DATABASE_URL } = house.env
      const { address } = aResident()
      const fields = {
        category: 'pothole',
        'answer.pothole.place': 'carriageway',
        description: 'Яма, за якою стежать.',
      }
      const number = await aReport(stage(), aResident(), fields)
      await acted(stage(), staff.moderator, number, 'approve', { organization: 'road-works' })

      const reader = await comes()
      await reader.goto(`${city}/reports/${number}`)
      await reader.getByRole('link', { name: uk('follow.link'), exact: true }).click()
      await reader.getByLabel(uk('follow.email')).fill(address)
      await reader.getByRole('button', { name: uk('follow.send'), exact: true }).click()
      await reader.getByRole('heading', { name: uk('follow.sent_title') }).waitFor()
      const asking = await letterTo(house, address, 'Підтвердьте підписку')
      await reader.goto(linkIn(asking, '/follow/'))
      await reader.getByRole('button', { name: uk('follow.confirm') }).click()
      await reader.getByText(uk('following.done')).waitFor()

      await acted(stage(), staff.officer, number, 'start')
      const news = await letterTo(house, address, `№ ${number}: ${uk('did.start')}`)
      await reader.goto(linkIn(news, '/following/'))
      await reader.getByRole('combobox').selectOption({ label: uk('follow.frequency.daily') })
      await reader
        .getByRole('button', { name: uk('following.save') })
        .first()
        .click()
      await reader.getByText(uk('following.changed')).waitFor()

      await acted(stage(), staff.officer, number, 'ask', { note: 'Яка завглибшки?' })
      // A day goes by in the database, where another process can reach it.
      if (DATABASE_URL) {
        await aDayGoesBy(DATABASE_URL)
        await acted(stage(), staff.officer, number, 'resolve', { note: 'Засипано.' })
        expect((await letterTo(house, address, `№ ${number}: ${uk('did.ask')}`)).text).toContain('Яка завглибшки?')
      }

      const click = news.headers?.['List-Unsubscribe']?.slice(1, -1) ?? ''
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      expect((await fetch(click, { method: 'POST', body, redirect: 'error' })).status).toBe(200)
      await reader.reload()
      await reader.getByRole('heading', { name: uk('following.none_title') }).waitFor()
    },
  )
}

/** Once it is told who hears of the newest step. */
async function aDayGoesBy(database: string): Promise<void> {
  const client = new Client({ connectionString: database })
  await client.connect()
  const daily = "update delivery set created_at = created_at - interval '1 day' where not at_once and letter_id is null"
  await vi.waitFor(async () => expect((await client.query(daily)).rowCount).toBe(1), { timeout: 30_000, interval: 100 })
  await client.end()
}

/** Asks for a report's news in the name of an address: the link in the letter to it. */
export async function asksToFollow({ house }: Stage, address: string, number: number): Promise<string> {
  const body = new URLSearchParams({ what: `report:${number}`, email: address })
  await fetch(`${house.origin}${city}/follow`, { method: 'POST', body, headers: { origin: house.origin } })
  return linkIn(await letterTo(house, address, 'Підтвердьте підписку'), '/follow/')
}
