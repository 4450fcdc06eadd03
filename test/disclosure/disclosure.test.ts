import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Database } from '#test/database.ts'
import { textOfPdf } from '#test/read-pdf.ts'
import { type RunningHouse, runHouse } from '#test/running-house.ts'
import { serverUrl } from '#test/server.ts'
import { keptTable, tableOf } from '../access/kept-table.ts'
import { aPhotoFromACamera, camera, gps } from './a-photo-from-a-camera.ts'
import { crawl } from './crawl.ts'
import { guesses } from './guesses.ts'
import type { Answer } from './person.ts'
import { type Member, noService, offices, type Story, tellStory } from './story.ts'

/** Some thousands of requests, on a machine that may be busy. */
const patience = 240_000

/** Where each of them begins to look. */
const starts: Partial<Record<Member, (story: Story) => readonly string[]>> = {
  visitor: () => ['/', '/en'],
  resident: () => ['/', '/me'],
  author: () => ['/', '/me'],
  officer: () => ['/', '/zhytomyr/desk'],
  'other officer': () => ['/', '/zhytomyr/desk'],
  link: ({ secret }) => [`/zhytomyr/answer/${secret}`],
  moderator: () => ['/', '/zhytomyr/desk'],
  administrator: () => ['/', '/zhytomyr/desk'],
  'far moderator': () => ['/', '/vinnytsia/desk'],
  sender: () => ['/', '/zhytomyr/reports/new'],
}
const everybody = Object.keys(starts) as Member[]

/** The same statements answer on either database. */
const database: Database = serverUrl ? 'PostgreSQL' : 'PGlite'

/** What is said in English takes the same way through the house. */
const lookAtEnglish: readonly Member[] = ['visitor', 'link']

/** Somebody from outside, and somebody to whom a list tells what is their own. */
const looksAtAll: readonly Member[] = ['visitor', 'author']

/**
 * Files of the build, icons, data, feeds and what stands in other sites' pages are the same whoever asks: a visitor looks
 * at them. So is what is said of the city and of its organizations. Under every filter that some page leads to, they are a list's rows again: `guesses` asks for them under
 * filters of its own.
 */
function isTheSameForAll(path: string, who: Member): boolean {
  if (path.startsWith('/assets/')) return who !== 'visitor'
  // A city's sign on a whole screen, at every size a phone may have: `apple` is the same on a small one.
  if (path.includes('/icons/')) return who !== 'visitor' || path.includes('/splash-')
  // Figures lead to lists under several filters, and each of those to the same with one filter less: thousands of pages.
  if (/\/(?:reports|map|stats|follow)\?/.test(path)) return path.includes('&') || !looksAtAll.includes(who)
  if (/\/(?:organizations\/|stats|help|install|data$)/.test(path)) return !looksAtAll.includes(who)
  const isData = /\.(?:csv|atom|geojson|xml|gz)(?:\?|$)|\/embed\/|\/data\?/.test(path)
  return isData && (who !== 'visitor' || path.includes('?'))
}

describe(`what everyone finds who looks everywhere (${database})`, () => {
  let house: RunningHouse
  let story: Story
  const visited = new Map<Member, ReadonlyMap<string, Answer>>()
  beforeAll(async () => {
    house = await runHouse(database, { LOG_LEVEL: 'info', PUSH_SERVICES: noService })
    story = await tellStory(house)
    for (const who of everybody) {
      const isLeftOut = (path: string) =>
        (!lookAtEnglish.includes(who) && /^\/en(?:[/?]|$)/.test(path)) || isTheSameForAll(path, who)
      visited.set(who, await crawl(story.people[who], house.origin, starts[who]?.(story) ?? [], isLeftOut))
      await guesses(story.people[who], story, looksAtAll.includes(who))
    }
  }, patience)
  afterAll(() => house?.[Symbol.asyncDispose]())

  it('was looked for everywhere', () => {
    const { open, shown } = story
    const pages = ['', '/help', '/reports', '/reports/new', ...open.map((number) => `/reports/${number}`)]
    const byLinks = visited.get('visitor') ?? new Map<string, Answer>()
    for (const address of [
      '/',
      '/en',
      '/vinnytsia',
      '/sign-in',
      '/zhytomyr/reports.geojson',
      '/zhytomyr/reports.csv',
      '/zhytomyr/reports.atom',
      `/zhytomyr/reports/${open[0]}.atom`,
      '/favicon.svg',
      ...['320', '960'].map((side) => `/media/${shown.key}/${side}.webp`),
      ...pages.flatMap((page) => [`/zhytomyr${page}`, `/en/zhytomyr${page}`]),
    ])
      expect(byLinks.get(address)?.status, address).toBe(200)
    const faults = [...story.people.visitor.answers].filter(({ status }) => status >= 500)
    expect(faults.map(({ asked }) => asked)).toEqual([])
  })

  it('is what docs/access.md says: each secret is found by those whose business it is', async () => {
    const readers: Record<string, readonly Buffer[]> = Object.fromEntries(
      everybody.map((who) => [who, story.people[who].answers.map(wire)]),
    )
    const letters = await house.letters()
    const lettersTo = (address: string) =>
      letters.filter(({ to }) => to === address).map((letter) => Buffer.from(JSON.stringify(letter)))
    readers['letters to the author'] = lettersTo(story.emails.author)
    readers['to a supporter'] = lettersTo(story.emails.resident)
    readers['to an organization'] = lettersTo(offices['with officers'])
    readers['to one without officers'] = lettersTo(offices['without officers'])
    readers.log = [Buffer.from(house.log())]

    const rows = Object.entries({ ...story.told, ...(await secretsOf(story)) }).map(([name, values]) => {
      const sees = (seen: readonly Buffer[]) => [values].flat().some((value) => seen.some((one) => one.includes(value)))
      return [name, ...Object.values(readers).map((seen) => (sees(seen) ? 'finds' : ''))]
    })
    expect(tableOf([['', ...Object.keys(readers)], ...rows])).toBe(keptTable('secrets'))
  })

  it('is no place and no camera in a photo, though the phone wrote them into it', async () => {
    const sent = await aPhotoFromACamera()
    for (const word of Object.values(camera)) expect(sent.includes(word), word).toBe(true)
    const shown = [...(visited.get('visitor')?.values() ?? [])].filter(({ type }) => type.startsWith('image/webp'))
    expect(shown.length).toBeGreaterThan(3)
    for (const { asked, bytes } of shown) {
      const { exif, xmp, iptc, comments } = await sharp(bytes).metadata()
      expect([asked, exif, xmp, iptc, comments]).toEqual([asked, undefined, undefined, undefined, undefined])
    }
    for (const who of everybody) {
      for (const { asked, bytes } of story.people[who].answers)
        for (const word of Object.values(camera)) expect(bytes.includes(word), asked).toBe(false)
    }
  })

  it('comes with what a browser may do with it, also when nothing is found', () => {
    const all = everybody.flatMap((who) => story.people[who].answers)
    const statuses = new Set(all.map(({ status }) => status))
    for (const status of [200, 303, 404, 405]) expect(statuses).toContain(status)
    for (const { asked, headers } of all) {
      expect([asked, headers.get('x-content-type-options')]).toEqual([asked, 'nosniff'])
      expect([asked, headers.get('content-security-policy')]).toEqual([asked, expect.stringContaining("'none'")])
      expect(headers.get('content-security-policy'), asked).not.toContain('unsafe')
      // Parts of pages have their policy alone, and what other sites show in theirs has a freer one.
      const isFramed = /\/embed\/(?:map|list)(?:\?|$)|\/assets\//.test(asked)
      expect([asked, headers.get('x-frame-options')]).toEqual([asked, isFramed ? null : 'DENY'])
    }
  })

  it('is no report by a word that is not for everyone', () => {
    const answers = story.people.visitor.answers.filter(({ asked }) => asked.includes('reports.geojson?q=q'))
    expect(answers).toHaveLength(Object.keys(story.words).length)
    for (const { asked, text } of answers) expect([asked, JSON.parse(text).features]).toEqual([asked, []])
  })

  it('is nothing in the log but what was asked of which route, and how it went', async () => {
    const last = story.people.sender.answers.at(-1)?.headers.get('x-request-id') ?? ''
    await vi.waitFor(() => expect(house.log()).toContain(last), { timeout: 5000, interval: 100 })
    const lines = house
      .log()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThan(1000)
    const known = [
      'level',
      'time',
      'requestId',
      'method',
      'route',
      'status',
      'ms',
      'msg',
      'unclaimed',
      'orphans',
      'appeals',
      'written',
      ...['sent', 'later', 'refused', 'gone', 'service', 'said'],
    ]
    for (const line of lines) {
      expect(Object.keys(JSON.parse(line)).filter((key) => !known.includes(key))).toEqual([])
      expect(line).not.toMatch(/zhytomyr|@|127\.0\.0\.1|::1|\/reports\/\d/)
    }
  })
})

/** All of an answer that travelled. */
function wire({ status, headers, type, bytes }: Answer): Buffer {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`)
  return Buffer.concat([Buffer.from(`${status}\n${lines.join('\n')}\n\n`), bytes, Buffer.from(wordsOf(type, bytes))])
}

/** What is written in letters of its own: who looks at a PDF reads words. */
function wordsOf(type: string, bytes: Buffer): string {
  return type === 'application/pdf' ? textOfPdf(bytes) : ''
}

/** What must not be found, by name; some is written in more than one way. */
async function secretsOf({
  words,
  photos,
  keys,
  secret,
  asking,
  people,
}: Story): Promise<Record<string, string | string[]>> {
  const files = Object.entries(photos).map(([name, { key }]) => [name, key])
  const data = (await people.author.get('/me/data.json')).text
  const { person, consents } = JSON.parse(data) as { person: { id: string }; consents: { given_at: string }[] }
  return {
    ...words,
    ...Object.fromEntries(files),
    ...keys,
    'where a photo was taken': gps,
    'by what camera, and whose': Object.values(camera),
    'the private link': secret,
    'the author’s key to say it is solved': asking,
    'the author’s session': people.author.cookies.get('session') ?? '',
    'the author’s id': person.id,
    'when the author consented': consents[0]?.given_at ?? '',
  }
}
