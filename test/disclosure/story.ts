import { randomBytes } from 'node:crypto'

import { vapidKey } from '#src/outside/push/vapid-keys.ts'
import type { RunningHouse } from '#test/running-house.ts'
import { aKey } from '#test/some-reports.ts'
import { acts, aLeak, city, letterFrom, lettersHaveCome, type Photo, placed, sends, uploads } from './deeds.ts'
import { aPersonAt, type Person, signIn } from './person.ts'
import { publicWords, someWords } from './secrets.ts'

/** Who is in the story; each has a browser of their own. */
export const cast = [
  'visitor',
  'resident',
  'author',
  'officer',
  'other officer',
  'link',
  'moderator',
  'administrator',
  'far moderator',
  'sender',
  'neighbour',
] as const

export type Member = (typeof cast)[number]

export type Story = Awaited<ReturnType<typeof tellStory>>

/** Where nobody listens. */
export const noService = 'http://localhost:9'

/** Where the organizations of the story have their mail: one has officers, the other none. */
export const offices = {
  'with officers': 'dyspetcher@vodokanal.zhytomyr.example',
  'without officers': 'zvernennia@hazmerezhi.zhytomyr.example',
}

const page = (number: number) => `${city}/reports/${number}`
const desk = (number: number) => `${city}/desk/${number}`

/**
 * A city in which everything has happened that is not for everyone: reports in every state that is not public, notes,
 * rejections, hidden photos, a private link, a form that nobody sent. All of it over HTTP, as people do it.
 */
export async function tellStory(house: RunningHouse) {
  const words = someWords()
  const told = publicWords()
  const people = Object.fromEntries(cast.map((one) => [one, aPersonAt(house.origin)])) as Record<Member, Person>
  const { author, resident, officer, moderator, administrator, sender, neighbour, link } = people
  const emails = await everybodyComesIn()

  await hasADevice()
  const whole = await theWholeWay()
  await resident.post(`${page(whole.number)}/support`, {})
  await somebodyFollows()
  const added = await additionsTo(whole.number)
  const passed = await passedOn()
  const rejected = await sends(author, {
    category: 'riverbank',
    ...placed(2),
    address: words['the address of a rejected report'],
    description: `Авто на тротуарі ${words['the text of a rejected report']}`,
    'answer.riverbank.water': words['an answer in a rejected report'],
  })
  await acts(moderator, desk(rejected.number), 'reject', { reason: 'offensive', note: words['why it was rejected'] })
  const waiting = await sends(author, aLeak(3, words['the text of a report that waits']))
  const withdrawn = await sends(author, aLeak(4, words['the text of a withdrawn report']))
  await acts(moderator, desk(withdrawn.number), 'approve', { organization: 'water-utility' })
  await acts(author, page(withdrawn.number), 'withdraw')
  const unsent = await neverSent()
  const named = await sends(neighbour, { ...aLeak(6, ''), name_shown: 'first_name' })
  await acts(moderator, desk(named.number), 'approve', { organization: 'water-utility' })
  await acts(officer, desk(whole.number), 'resolve', { note: `Замінено засувку ${told['what was done']}` })
  await disagreesWith(whole.number)
  for (const [address, count] of [
    [emails.author, afterTheCode + 16],
    [emails.resident, afterTheCode + 1],
    [offices['with officers'], 8],
    [offices['without officers'], 1],
  ] as const)
    await lettersHaveCome(house, address, count)
  const asking = await letterFrom(house, ({ to, text }) => to === emails.author && text.includes('/opinions/'))

  return {
    words,
    told,
    people,
    emails,
    secret: passed.secret,
    asking: /\/opinions\/([\w-]+)/.exec(asking.text)?.[1] ?? '',
    open: [whole.number, passed.number, named.number],
    closed: [rejected.number, waiting.number, withdrawn.number],
    shown: whole.photos[0],
    photos: {
      'a photo that a moderator hid': whole.photos[1],
      'a photo that waits for a moderator': whole.unapproved,
      'a photo of a rejected report': rejected.photos[0],
      'a photo of a report that waits': waiting.photos[0],
      'a photo of a withdrawn report': withdrawn.photos[0],
      'a photo of a form that was not sent': unsent.photo,
      'a photo of an addition that waits': added,
    } satisfies Record<string, Photo>,
    keys: { 'the key of a form that was sent': whole.key, 'the key of a form that was not sent': unsent.key },
  }

  /** Where nothing takes messages: that they can't be brought is written into the log. */
  async function hasADevice() {
    const { privateKey: _, ...key } = vapidKey(randomBytes(32).toString('base64'))
    const device = {
      ...{ way: 'web', address: `${noService}/${words['the address of a device']}`, auth: 'a'.repeat(22) },
      ...{ p256dh: key.publicKey, trusts: /&quot;key&quot;:&quot;([\w-]+)/.exec((await author.get('/me')).text)?.[1] },
    }
    const cookie = [...author.cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { origin: house.origin, cookie, 'content-type': 'application/json' }
    const { status } = await fetch(`${house.origin}/me/devices`, {
      method: 'POST',
      headers,
      body: JSON.stringify(device),
    })
    if (status !== 204) throw new Error(`No device: ${status}`)
    // At night too.
    await author.post('/me/push', { kind: 'outcome' })
  }

  /** Without an account, from elsewhere. */
  async function somebodyFollows() {
    const email = `${words['a follower’s e-mail']}@people.example`
    const reader = aPersonAt(house.origin)
    await reader.post(`${city}/follow`, { what: 'category:water-leak', email })
    const letter = await letterFrom(house, ({ to }) => to === email)
    const link = new URL(/http\S+\/follow\/\S+/.exec(letter.text)?.[0] ?? '').pathname
    const { status } = await reader.post(link, {})
    if (status !== 303) throw new Error(`Nobody follows: ${status}`)
  }

  async function everybodyComesIn() {
    const all = {
      author: `${words['the author’s e-mail']}@people.example`,
      resident: `${words['a supporter’s e-mail']}@people.example`,
      neighbour: 'neighbour@people.example',
      moderator: 'moderator@rada.zhytomyr.example',
      administrator: 'admin@rada.zhytomyr.example',
      officer: 'officer@vodokanal.zhytomyr.example',
      'other officer': 'officer@misksvitlo.zhytomyr.example',
      'far moderator': 'moderator@rada.vinnytsia.example',
    } as const
    const names: Partial<Record<Member, { first: string; last: string }>> = {
      author: { first: words['the author’s first name, hidden'], last: words['the author’s surname'] },
      resident: { first: 'Ганна', last: words['a supporter’s surname'] },
      neighbour: { first: told['the first name, shown'], last: 'Сусідка' },
      moderator: { first: 'Марія', last: words['a moderator’s surname'] },
      officer: { first: 'Олег', last: words['an officer’s surname'] },
    }
    for (const [who, email] of Object.entries(all) as [keyof typeof all, string][]) {
      const codeFor = async () => {
        const letter = await letterFrom(house, ({ to }) => to === email)
        return /\b\d{6}\b/.exec(letter.subject)?.[0] ?? ''
      }
      await signIn(people[who], email, names[who] ?? { first: 'Ім’я', last: 'Прізвище' }, codeFor)
    }
    return all
  }

  /** Rejected twice, accepted, worked on, asked about and answered. */
  async function theWholeWay() {
    const sent = await sends(author, {
      ...aLeak(0, words['the text before a revision']),
      appeal: 'yes',
      appeal_surname: words['the surname of who appeals formally'],
      appeal_name: 'Уляна',
      appeal_patronymic: words['the patronymic of who appeals formally'],
      appeal_residence: words['where who appeals formally lives'],
    })
    const { number, photos } = sent
    const [, second] = photos
    const reject = { reason: 'unclear', note: words['why it was rejected'] }
    await administrator.get(desk(number))
    await lettersHaveCome(house, emails.author, afterTheCode + 1)
    await acts(moderator, desk(number), 'reject', reject)
    await lettersHaveCome(house, emails.author, afterTheCode + 2)
    const again = { note: `Тече вода, ${words['the text of a revision before the last']}`, ...aPlaceInWords }
    await acts(author, page(number), 'revise', again)
    await administrator.get(desk(number))
    await acts(moderator, desk(number), 'reject', reject)
    await lettersHaveCome(house, emails.author, afterTheCode + 3)
    await acts(author, page(number), 'revise', {
      note: `Тече, ${told['the text that was accepted']}`,
      ...aPlaceInWords,
    })
    await acts(moderator, desk(number), 'hide_media', { file: second.id })
    await acts(moderator, desk(number), 'note', { note: words['a moderator’s note'] })
    await acts(moderator, desk(number), 'approve', { organization: 'water-utility' })
    await acts(officer, desk(number), 'note', { note: words['an officer’s note'] })
    await acts(officer, desk(number), 'start', { note: words['the note with which work began'] })
    await acts(officer, desk(number), 'ask', { note: `З якого люка? ${told['the question']}` })
    const key = aKey()
    const unapproved = await uploads(author, key)
    await acts(author, page(number), 'answer', { key, note: `З того, що ліворуч ${told['the answer']}` })
    return { ...sent, unapproved }
  }

  /** By somebody whom it concerns too: one that a moderator shows, one that he declines, and one with a photo that waits. */
  async function additionsTo(number: number) {
    const key = aKey()
    const photo = await uploads(resident, key)
    await acts(resident, page(number), 'add', { note: `Стало гірше ${told['an addition that was shown']}` })
    await acts(resident, page(number), 'add', { note: words['an addition that was declined'] })
    await acts(resident, page(number), 'add', { key, note: words['an addition that waits'] })
    const { text } = await moderator.get(desk(number))
    const numbers = [...text.matchAll(/name="addition" value="(\d+)"/g)].map(([, addition = '']) => addition)
    const [shown = '', declined = ''] = [...new Set(numbers)]
    await acts(moderator, desk(number), 'show_addition', { addition: shown })
    const why = { reason: 'personal_data', note: words['why an addition was declined'] }
    await acts(moderator, desk(number), 'decline_addition', { addition: declined, ...why })
    return photo
  }

  /** A supporter, with the answer. */
  async function disagreesWith(number: number) {
    const { text } = await resident.get(page(number))
    const closing = /name="closing" value="(\d+)"/.exec(text)?.[1] ?? ''
    const note = words['why a supporter finds it unsolved']
    await resident.post(`${page(number)}/opinion`, { solved: 'no', closing, note })
  }

  /** To an organization that nobody has an account for, which comes by the link in its letter. */
  async function passedOn() {
    const who = words['who appeals, of what was passed on']
    const names = { appeal_surname: who, appeal_name: 'Уляна', appeal_patronymic: '—', appeal_residence: 'Житомир' }
    const { number } = await sends(author, { ...aLeak(1, ''), appeal: 'yes', ...names })
    await acts(moderator, desk(number), 'approve', { organization: 'heat-utility' })
    const note = words['the note with which it was passed on']
    await acts(moderator, desk(number), 'assign', { organization: 'gas-grid', note })
    const letter = await letterFrom(house, ({ to }) => to === offices['without officers'])
    const secret = /\/answer\/([\w-]+)/.exec(letter.text)?.[1] ?? ''
    await acts(link, `${city}/answer/${secret}`, 'start')
    return { number, secret }
  }

  /** By somebody who got as far as signing in. */
  async function neverSent() {
    await sender.get(`${city}/reports/new`)
    const key = aKey()
    const photo = await uploads(sender, key)
    await sender.post(`${city}/reports/new`, { key, ...aLeak(5, words['the text of a form that was not sent']) })
    await sender.get(`${city}/reports/new`)
    return { key, photo }
  }
}

/** Whoever signs in has had one letter before the story begins. */
const afterTheCode = 1

const aPlaceInWords = { address: 'майдан Згоди, 5' }
