import { vi } from 'vitest'

import type { ActKind } from '#src/domain/act.ts'
import type { DraftKey } from '#src/domain/id.ts'
import type { MailboxLetter, RunningHouse } from '#test/running-house.ts'
import { aKey } from '#test/some-reports.ts'
import { aPhotoFromACamera } from './a-photo-from-a-camera.ts'
import type { Answer, Person } from './person.ts'

/** The city of the story. */
export const city = '/zhytomyr'

/** A file by its id, and by the key that is its address. */
export type Photo = { readonly id: string; readonly key: string }

export type Sent = { readonly number: number; readonly key: DraftKey; readonly photos: readonly [Photo, Photo] }

/** A report of a leak, at a place of its own: so far from the others that nobody takes it for one of them. */
export function aLeak(place: number, words: string): Record<string, string> {
  return {
    category: 'water-leak',
    'answer.water-leak.source': 'manhole',
    ...placed(place),
    description: `Тече вода з люка ${words}`,
  }
}

/** A place in the city; each half a kilometre from the next. */
export function placed(place: number): Record<string, string> {
  return { lng: (28.6487 + place * 0.007).toFixed(4), lat: '50.2547' }
}

/** Sends a report with two photos, as the form does. */
export async function sends(person: Person, fields: Record<string, string>): Promise<Sent> {
  const key = aKey()
  const photos = [await uploads(person, key), await uploads(person, key)] as const
  const { location } = expected(303, await person.post(`${city}/reports/new`, { key, name_shown: 'hidden', ...fields }))
  const number = Number(/\/reports\/(\d+)/.exec(location)?.[1])
  if (!number) throw new Error(`Sent to ${location}`)
  await person.get(location)
  return { number, key, photos }
}

/** Sends one photo ahead of its form. */
export async function uploads(person: Person, key: DraftKey): Promise<Photo> {
  const { text } = expected(201, await person.upload(`${city}/uploads`, key, await aPhotoFromACamera()))
  const { id, thumbnail } = JSON.parse(text) as { id: string; thumbnail: string }
  return { id, key: /\/media\/([^/]+)\//.exec(thumbnail)?.[1] ?? '' }
}

/** Does an act at a door: the report's page, the desk or a private link; and looks at what has become of it. */
export async function acts(
  person: Person,
  door: string,
  kind: ActKind,
  fields: Record<string, string> = {},
): Promise<void> {
  expected(303, await person.post(`${door}/${kind}`, { key: aKey(), ...fields }))
  await person.get(door)
}

/** Waits until so many letters have come to an address: what they tell of is the report as it then stands. */
export function lettersHaveCome(house: RunningHouse, address: string, count: number): Promise<void> {
  const look = async () => {
    const all = (await house.letters()).filter(({ to }) => to === address)
    if (all.length < count) throw new Error(`${all.length} letters have come, not ${count}`)
  }
  return vi.waitFor(look, { timeout: 30_000, interval: 100 })
}

/** The newest letter that is as it should be, once it has come. */
export function letterFrom(house: RunningHouse, isIt: (letter: MailboxLetter) => boolean): Promise<MailboxLetter> {
  const look = async () => {
    const letter = (await house.letters()).find(isIt)
    if (!letter) throw new Error('The letter has not come')
    return letter
  }
  return vi.waitFor(look, { timeout: 30_000, interval: 100 })
}

function expected(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.asked}: ${answer.status} ${answer.location}\n${answer.text}`)
  return answer
}
