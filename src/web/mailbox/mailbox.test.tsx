import { describe, expect, it } from 'vitest'

import { codeLetter } from '#src/jobs/letters/code-letter.ts'
import type { Letter } from '#src/outside/mail.ts'
import { type Kept, mailbox } from '#src/outside/mailbox.ts'
import { aGuide } from '#test/a-guide.ts'
import { createApp } from '../app.ts'
import type { Assets } from '../assets.ts'
import type { Handlers } from '../context.ts'
import { noDevices } from '../push/device-door.ts'
import { paths } from '../routes.ts'
import { linked } from './linked.ts'
import { mailboxOf } from './mailbox.tsx'

const at = Temporal.Instant.from('2026-01-05T10:00Z')
const to = paths('uk')
type Letters = (() => readonly Kept[]) | null

describe('the mailbox page', () => {
  it('shows letters, newest first, with the code and links to follow', async () => {
    const box = mailbox(() => at)
    await box.send(aLetter({ subject: '№ 1: отримано', text: 'Відкрити:\nhttps://city.example/x/reports/1\n' }))
    await box.send(aLetter(codeLetter({ locale: 'uk', purpose: 'code', code: '123456', minutes: 10 })))
    const page = await (await ask(box.letters, to.mailbox())).text()
    expect(page.indexOf('Код для входу: 123456')).toBeGreaterThan(0)
    expect(page.indexOf('Код для входу: 123456')).toBeLessThan(page.indexOf('№ 1: отримано'))
    expect(page).toContain('<a href="https://city.example/x/reports/1">https://city.example/x/reports/1</a>')
    expect(page).toContain('Кому: olena@example.com')
    expect(page).not.toMatch(/ style="/)
  })

  it('shows a letter’s words as words', async () => {
    const box = mailbox(() => at)
    await box.send(aLetter({ subject: '<script>1</script>', text: 'javascript:alert(1) <img src=x>' }))
    const page = await (await ask(box.letters, to.mailbox())).text()
    expect(page).not.toMatch(/<script>1|<img src=x|href="javascript/)
  })

  it('gives the same as JSON', async () => {
    const box = mailbox(() => at)
    await box.send(aLetter({ subject: 'Тема' }))
    const answer = await ask(box.letters, to.mailboxJson())
    expect(await answer.json()).toEqual({ letters: [{ ...aLetter({ subject: 'Тема' }), at: '2026-01-05T10:00:00Z' }] })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('says when there are none yet, and is not there when mail goes to a server', async () => {
    expect(await (await ask(() => [], to.mailbox())).text()).toContain('Листів ще немає')
    expect((await ask(null, to.mailbox())).status).toBe(404)
    expect((await ask(null, to.mailboxJson())).status).toBe(404)
  })

  it('is for this machine alone, also where a proxy or another name leads to it', async () => {
    for (const path of [to.mailbox(), to.mailboxJson()]) {
      expect((await ask(() => [], path)).status).toBe(200)
      expect((await ask(() => [], path, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
      expect((await ask(() => [], `http://evil.example${path}`)).status).toBe(404)
      expect((await ask(() => [], path, {}, '203.0.113.9')).status).toBe(404)
    }
  })
})

describe('a text with addresses', () => {
  it('keeps what ends a sentence out of them', () => {
    const links = linked('Див. https://a.example/b?c=1#d, (https://e.example/f). http://g.example/')
    expect(links.filter(({ link }) => link).map(({ words }) => words)).toEqual([
      'https://a.example/b?c=1#d',
      'https://e.example/f',
      'http://g.example/',
    ])
    expect(links.map(({ words }) => words).join('')).toContain('/f). http')
  })
})

/** As a program on this machine asks. */
function ask(letters: Letters, path: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  return appWith(letters).request(path, { headers }, { incoming: { socket: { remoteAddress } } })
}

function appWith(letters: Letters) {
  const assets: Assets = {
    stylesheet: '/assets/look.css',
    worker: { script: '', files: [], mapFiles: [] },
    scripts: (names) => names.map((name) => `/assets/${name}.js`),
    answer: () => null,
  }
  const guide = aGuide()
  return createApp({
    means: { store: null as never, files: null as never, now: () => at, mint: null as never },
    guides: new Map([[guide.city.id, guide]]),
    handlers: mailboxOf(letters) as unknown as Handlers, // safe: no other route is asked
    basemaps: { of: async () => null },
    assets,
    door: noDevices,
    origin: 'http://localhost',
    proxies: 0,
    viewerOf: async () => ({ kind: 'visitor' }),
    served: () => {},
    fault: (fault) => {
      throw fault
    },
  })
}

function aLetter(changes: Partial<Letter>) {
  return { to: 'olena@example.com', subject: '', text: '', html: '', messageId: '<1@city.example>', ...changes }
}
