import type { Page } from 'playwright-core'
import type { RunningHouse } from '../running-house.ts'
import { newestCode } from './letters.ts'
import { session } from './requests.ts'
import type { Journey } from './stage.ts'
import { city, uk } from './words.ts'

export type Name = { readonly first: string; readonly last: string }

/** From the page that asks for an address to wherever signing in leads. A newcomer is asked who they are. */
export async function signIn(page: Page, house: RunningHouse, address: string, name?: Name): Promise<void> {
  await page.getByLabel(uk('sign_in.email')).fill(address)
  await page.getByRole('button', { name: uk('sign_in.send') }).click()
  await page.waitForURL('**/sign-in/code')
  await enterCode(page, await newestCode(house, address))
  if (name) await introduce(page, name)
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(uk('code.field'), { exact: true }).fill(code)
  await page.getByRole('button', { name: uk('code.enter') }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in/code'))
}

/** The step that is asked once in a life. */
async function introduce(page: Page, { first, last }: Name): Promise<void> {
  await page.getByLabel(uk('about.first_name'), { exact: true }).fill(first)
  await page.getByLabel(uk('about.last_name'), { exact: true }).fill(last)
  await page.getByLabel(uk('about.consent')).check()
  await page.getByRole('button', { name: uk('about.save') }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Somebody with an address, and the name that they give. */
export type Member = { readonly address: string; readonly name: Name }

/** Those of the city's staff who come in these journeys, as its data name them. */
export const staff = {
  moderator: { address: 'moderator@rada.zhytomyr.example', name: { first: 'Ірина', last: 'Савчук' } },
  otherModerator: { address: 'moderator2@rada.zhytomyr.example', name: { first: 'Андрій', last: 'Мельник' } },
  /** Of the company that mends roads. */
  officer: { address: 'officer@shliakhy.zhytomyr.example', name: { first: 'Юрій', last: 'Кравчук' } },
} as const satisfies Record<string, Member>

/** Somebody who reports now and then, when it does not matter who: codes are few. */
export const neighbour: Member = {
  address: 'neighbour@ukr.example',
  name: { first: 'Богдан', last: 'Ткачук' },
}

/** A resident whom nobody has met before. */
export function aResident(): Member {
  const mark = crypto.randomUUID().slice(0, 8)
  return { address: `resident-${mark}@ukr.example`, name: { first: 'Оксана', last: 'Бондаренко' } }
}

/** Somebody whose browser remembers that they have signed in. */
export async function comesSignedIn(
  journey: Journey,
  who: Member,
  options: Parameters<Journey['comes']>[0] = {},
): Promise<Page> {
  const page = await journey.comes(options)
  await page.context().addCookies(await session(journey, who))
  return page
}

/** A member of staff at their desk. */
export async function staffComes(
  journey: Journey,
  who: Member,
  options: Parameters<Journey['comes']>[0] = {},
): Promise<Page> {
  const page = await comesSignedIn(journey, who, options)
  await page.goto(`${city}/desk`)
  return page
}
