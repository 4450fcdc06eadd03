import { beforeAll, describe, expect, it } from 'vitest'

import type { Locale } from '#src/domain/locale.ts'
import { paths, type RouteKey, routes } from '#src/web/routes.ts'
import { sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { aTown } from './a-town.ts'

import { type Asked, answerTo, asked } from './asked.ts'
import { inWords } from './in-words.ts'
import { keptTable, tableOf } from './kept-table.ts'
import { type Role, roles } from './roles.ts'
import { aStage, type Stage } from './stage.ts'

type Got = { readonly key: RouteKey; readonly about: string; readonly role: Role; readonly answer: Response }

const keys = Object.keys(routes) as RouteKey[]

describeOnOne('every address, asked by everyone', (open) => {
  let stage: Stage
  let got: readonly Got[]
  let inEnglish: readonly Got[]
  beforeAll(async () => {
    const stylesheet = new Response('body{}', { headers: { 'content-type': 'text/css' } })
    const assets = {
      stylesheet: '/assets/look.css',
      worker: { script: '', files: [], mapFiles: [] },
      scripts: (names: readonly string[]) => names.map((name) => `/assets/${name}.js`),
      answer: (file: string) => (file === 'look.css' ? stylesheet.clone() : null),
    }
    stage = await aStage(await aTown(means(await open()), { assets }))
    got = await allIn('uk', roles)
    // Who may is decided before any word is said: those two see most of what there is to say.
    inEnglish = await allIn('en', ['visitor', 'moderator'])
  })

  it('gives each of them what docs/access.md says', () => {
    const rows = got
      .filter(({ role }) => role === roles[0])
      .map(({ key, about }) => {
        const cells = got.filter((one) => one.key === key && one.about === about)
        return [key, about, ...cells.map(({ answer }) => inWords(answer))]
      })
    expect(tableOf([['address', 'asked for', ...roles], ...rows])).toBe(keptTable('addresses'))
  })

  it('gives the same in English', () => {
    for (const { key, about, role, answer } of inEnglish) {
      const same = got.find((one) => one.key === key && one.about === about && one.role === role)
      expect([key, about, role, inWords(answer)]).toEqual([key, about, role, same && inWords(same.answer)])
    }
  })

  it('says with each answer what a browser may do with it', () => {
    for (const { key, role, answer } of [...got, ...inEnglish]) {
      const headers = Object.fromEntries(answer.headers)
      const where = `${key} to ${role}`
      // A part of pages, which is shown by none of its own.
      if (key === 'assets') {
        const csp = expect.stringContaining("default-src 'none'")
        expect(headers, where).toMatchObject({ 'content-security-policy': csp, 'x-content-type-options': 'nosniff' })
        continue
      }
      expect(headers, where).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': expect.stringMatching(/^(?:strict-origin-when-cross-origin|same-origin)$/),
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('microphone=()'),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{13}$/),
      })
      // Two pages may stand within other sites' pages, and they alone: nothing can be sent from there.
      const isFramed = key === 'embedMap' || key === 'embedList'
      const frames = isFramed ? "form-action 'none'; frame-ancestors *;" : "form-action 'self'; frame-ancestors 'none';"
      // A file of a resident's has a policy of its own, in which nothing is allowed.
      if (key !== 'media') expect(headers['content-security-policy'], where).toContain(frames)
      expect(headers['x-frame-options'], where).toBe(isFramed ? undefined : 'DENY')
      if (isFramed) expect(answer.headers.getSetCookie(), where).toEqual([])
      expect(headers['content-security-policy']?.replace(frames, ''), where).not.toMatch(/unsafe|\*|https?:/)
      expect(headers, where).not.toHaveProperty('x-powered-by')
    }
  })

  it('lets nobody between keep what is for one person', () => {
    const everyones: readonly RouteKey[] = [
      'assets',
      'basemap',
      'robots',
      'favicon',
      'manifest',
      'icon',
      'worker',
      'reportsGeojson',
      'reportsCsv',
      'reportsColumns',
      'reportsAtom',
      'reportAtom',
      'sitemap',
      'citySitemap',
      'statsCsv',
      'dataCatalog',
      'areaBorder',
      'embedMap',
      'embedList',
      'tile',
      'media',
      'message',
    ]
    for (const { key, about, role, answer } of [...got, ...inEnglish]) {
      if (answer.body === null || (role === 'visitor' && answer.status === 200)) continue
      if (everyones.includes(key) && answer.status === 200 && about !== 'hidden, by the private link') continue
      expect(answer.headers.get('cache-control'), `${key} ${about} to ${role}`).toMatch(/private|no-store/)
    }
  })

  it('leaves nothing of a person’s own on the disk of a device', () => {
    const own: readonly RouteKey[] = [
      'code',
      'about',
      'me',
      'myData',
      'waiting',
      'desk',
      'deskReport',
      'deskMessage',
      'answer',
      'answerMessage',
      'metrics',
    ]
    const personal = [...got, ...inEnglish].filter(({ key, answer }) => own.includes(key) && answer.status === 200)
    expect(new Set(personal.map(({ key }) => key))).toEqual(new Set(own))
    for (const { key, role, answer } of personal)
      expect(answer.headers.get('cache-control'), `${key} to ${role}`).toContain('no-store')
  })

  it('is refused to all of them when another site asks for a change', async () => {
    // Mail programs and servers are on no page of ours (RFC 8058): the key in the address, or the message, is all they have.
    const byKey: readonly RouteKey[] = ['stopSupport', 'changeFollowing', 'returnedMail']
    const changing = keys.filter((key) => !['GET', 'OPTIONS'].includes(routes[key].method) && !byKey.includes(key))
    expect(changing.length).toBeGreaterThan(10)
    for (const key of changing) {
      const address = await asked[key][0].address(paths('uk'), stage)
      for (const role of roles) {
        const { cookie = '' } = stage.town.headersOf(role)
        const headers = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
        const request = { ...sent({ key: crypto.randomUUID(), sure: 'yes' }, headers), method: routes[key].method }
        const { status } = await stage.town.door.app.request(address, request)
        expect([key, role, status]).toEqual([key, role, 403])
      }
    }
  })

  describe('tells nobody whether there is what they may not see:', () => {
    const to = paths('uk')
    const alike: Record<string, (stage: Stage) => readonly [string, string]> = {
      'a report that waits': ({ town, sent: one }) => [to.report(town.city, one.number), to.report(town.city, 999_999)],
      'a report at the desk': ({ town, sent: one }) => [
        to.deskReport(town.city, one.number),
        to.deskReport(town.city, 999_999),
      ],
      'a hidden photo': ({ open: one }) => [to.media(one.hidden.key, '320.webp'), to.media('A'.repeat(32), '320.webp')],
      'a private link that was': ({ town, expired }) => [
        to.answer(town.city, expired),
        to.answer(town.city, 'A'.repeat(32)),
      ],
    }
    const outsiders: readonly Role[] = ['visitor', 'resident', 'other officer', 'far officer', 'far moderator']

    it.each(Object.entries(alike))('%s', async (_, addresses) => {
      const [there, nowhere] = addresses(stage)
      for (const role of outsiders) expect(await said(there, role), role).toEqual(await said(nowhere, role))
    })

    it.each(['withdraw', 'resolve'] as const)('a report that waits, to %s it', async (act) => {
      const form = () => ({ key: crypto.randomUUID(), note: 'Слова' })
      for (const role of outsiders) {
        const headers = stage.town.headersOf(role)
        for (const door of ['moveReport', 'deskMove'] as const) {
          const tell = (number: number) =>
            said(to[door](stage.town.city, number, act), role, sent(form(), { ...headers }))
          expect(await tell(stage.sent.number), `${role} ${door}`).toEqual(await tell(999_999))
        }
      }
    })
  })

  /** All of an answer but what differs each time. */
  async function said(path: string, role: Role, request: RequestInit = { headers: stage.town.headersOf(role) }) {
    const answer = await stage.town.door.app.request(path, request)
    const { 'x-request-id': id = '', location = '', etag: _, ...headers } = Object.fromEntries(answer.headers)
    const differing = new RegExp(
      `${id}|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{32}|(?:\\b|(?<=%2F))(?:999999|${stage.sent.number})\\b`,
      'g',
    )
    const alike = (text: string) => text.replaceAll(differing, '…')
    return {
      status: answer.status,
      where: alike(decodeURIComponent(location)),
      headers,
      text: alike(await answer.text()),
    }
  }

  async function allIn(locale: Locale, who: readonly Role[]): Promise<readonly Got[]> {
    const all: Got[] = []
    for (const key of keys) {
      for (const one of asked[key] as readonly Asked[]) {
        for (const role of who)
          all.push({ key, about: one.about ?? '', role, answer: await answerTo(stage, key, one, role, locale) })
      }
    }
    return all
  }
})
