import type { Cookie } from 'playwright-core'
import type { ActKind } from '#src/domain/act.ts'
import type { RunningHouse } from '../running-house.ts'
import { newestCode } from './letters.ts'
import type { Member } from './signing-in.ts'
import type { Stage } from './stage.ts'
import { city } from './words.ts'

/**
 * What a journey only needs to have happened is done by bare requests, as a browser would send them. Who is asked for
 * twice at once signs in once: a second code would make the first one void.
 */
export function session({ house, sessions }: Pick<Stage, 'house' | 'sessions'>, who: Member): Promise<Cookie[]> {
  const begun = sessions.get(who.address) ?? signedIn(house, who)
  sessions.set(who.address, begun)
  return begun
}

async function signedIn(house: RunningHouse, who: Member): Promise<Cookie[]> {
  const jar = new Map<string, string>()
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await sent(house.origin + path, fields, jar)
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
  }
  await post('/sign-in', { email: who.address })
  await post('/sign-in/code', { code: await newestCode(house, who.address) })
  await post('/sign-in/about', { first_name: who.name.first, last_name: who.name.last, consent: 'yes' })
  const cookie = { name: 'session', value: jar.get('session') ?? '', domain: 'localhost', path: '/', expires: -1 }
  return [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }]
}

type Fields = Readonly<Record<string, string>>

/** A report that somebody has sent: its number. What `fields` say stands in its form. */
export async function aReport(stage: Stage, by: Member, fields: Fields): Promise<number> {
  const form = { key: crypto.randomUUID(), address: 'вул. Київська, 12', ...ownPlace(), ...fields }
  const answer = await asPerson(stage, by, `${city}/reports/new`, form)
  const number = /\/reports\/(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!number) throw new Error(`No report was made: ${answer.status}`)
  return Number(number)
}

let places = 0

/** Two hundred metres from the one before: near ones would be taken for the same problem. */
function ownPlace(): { readonly lng: string; readonly lat: string } {
  const [column, row] = [places % 20, Math.floor(places / 20)]
  places += 1
  return { lng: (28.64 + column * 0.003).toFixed(4), lat: (50.25 + row * 0.003).toFixed(4) }
}

/** An act of staff at the desk, or of the author on the report's page. */
export async function acted(
  stage: Stage,
  by: Member,
  number: number,
  act: ActKind,
  fields: Fields = {},
): Promise<void> {
  const room = by.address.endsWith('.zhytomyr.example') ? 'desk' : 'reports'
  const form = { key: crypto.randomUUID(), ...fields }
  const answer = await asPerson(stage, by, `${city}/${room}/${number}/${act}`, form)
  if (answer.status !== 303) throw new Error(`${act} was not done: ${answer.status}`)
}

/** The text of a page as somebody is shown it. */
export async function shownTo(stage: Stage, who: Member, path: string): Promise<string> {
  const cookie = (await session(stage, who)).map(({ name, value }) => `${name}=${value}`).join('; ')
  return (await fetch(stage.house.origin + path, { headers: { cookie } })).text()
}

async function asPerson(stage: Stage, by: Member, path: string, form: Fields): Promise<Response> {
  const cookies = await session(stage, by)
  return sent(stage.house.origin + path, form, new Map(cookies.map(({ name, value }) => [name, value])))
}

function sent(address: string, fields: Fields, jar: ReadonlyMap<string, string>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: new URL(address).origin }
  return fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
}
