import { describe, expect, it } from 'vitest'

import type { Act, ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { hearersOf } from '#src/domain/announcement.ts'
import { aModerator, anAct, anOfficer, aReport, aResident, day, waterUtility } from '#src/domain/examples.ts'
import type { StopKey } from '#src/domain/id.ts'
import { lifecycle, type Moved } from '#src/domain/lifecycle.ts'
import { locales } from '#src/domain/locale.ts'
import type { Report } from '#src/domain/report.ts'
import { aGuide, someAddresses } from '../examples.ts'
import type { About } from './about.ts'
import { authorLetter } from './author-letter.ts'
import { codeLetter } from './code-letter.ts'
import { oldAddressLetter } from './old-address-letter.ts'
import { leadsToAct, organizationLetter, type Way } from './organization-letter.ts'
import { supporterLetter } from './supporter-letter.ts'

const accepted = (changes: Partial<Report> = {}): Report =>
  aReport({
    status: 'accepted',
    acceptedAt: day(0),
    answerDue: Temporal.Instant.from('2026-02-02T21:59:59Z'),
    answers: { since: 'today', how: 'Б’є фонтаном' },
    ...changes,
  })

const privately: Way = {
  kind: 'private',
  secret: 's3cret',
  expiresAt: day(60),
  media: ['https://city.example/media/abc/large.webp'],
}

const about = (act: Act, changes: Partial<About> = {}, by: Actor = anOfficer()): About => ({
  guide: aGuide(),
  event: { kind: 'moved', reportId: accepted().id, from: 'accepted', to: 'accepted', act, by, at: day(3) },
  report: accepted(),
  organization: waterUtility,
  main: act.kind === 'merge' ? 998 : null,
  ...changes,
})

const toAuthor = (told: About, locale: 'uk' | 'en' = 'uk', secret: string | null = null) =>
  authorLetter(told, locale, someAddresses, secret)
const toOrganization = (told: About, way: Way | null = privately, question: Moved | null = null) =>
  organizationLetter({ ...told, to: waterUtility, way, question, isAppeal: false }, someAddresses)

const toSupporter = (told: About, locale: 'uk' | 'en' = 'uk', secret: string | null = null) =>
  supporterLetter(told, locale, someAddresses, 'stop-key' as StopKey, secret)

const aCode = (changes: Partial<Parameters<typeof codeLetter>[0]>) =>
  codeLetter({ locale: 'uk', purpose: 'code', code: '123456', minutes: 10, ...changes })

const submitted = about(anAct('confirm'), {
  event: { kind: 'submitted', reportId: accepted().id, by: aResident(), at: day(0) },
})
const everyStep: readonly About[] = [
  submitted,
  ...(Object.keys(lifecycle) as ActKind[]).flatMap((kind) =>
    [aModerator(), anOfficer(), aResident()].map((by) => about(anAct(kind), {}, by)),
  ),
]
const hear = (kind: 'author' | 'organization' | 'supporters') =>
  everyStep.filter(({ event, report }) => hearersOf(event, report, waterUtility).some((hearer) => hearer.kind === kind))

describe('a letter', () => {
  it('shows where it is, on the streets, once everyone may see the report', () => {
    const picture = 'src="https://city.example/dzherelne/reports/1042/map.png" alt="Мапа'
    const told = about(anAct('approve'))
    expect(toAuthor(told).html).toContain(picture)
    expect(toOrganization(told).html).toContain(picture)
    expect(toAuthor(about(anAct('reject'), { report: accepted({ status: 'rejected' }) })).html).not.toContain('<img')
    expect(toAuthor({ ...told, report: accepted({ location: null }) }).html).not.toContain('<img')
  })

  it('is there for each step that somebody hears of, in each language, with and without an answer awaited', () => {
    const open = [accepted(), accepted({ answerDue: null, status: 'resolved' })]
    const letters = open.flatMap((report) => [
      ...hear('author').flatMap((told) => locales.map((locale) => toAuthor({ ...told, report }, locale))),
      ...hear('organization').flatMap((told) => [
        toOrganization({ ...told, report }),
        toOrganization({ ...told, report }, { kind: 'desk' }),
        toOrganization({ ...told, report, organization: null }, null),
      ]),
      ...hear('supporters').flatMap((told) => locales.map((locale) => toSupporter({ ...told, report }, locale))),
    ])
    expect(letters.length).toBeGreaterThan(100)
    for (const { subject, text, html } of letters) {
      expect(subject).toMatch(/^(№|No\.) 1042: \S/)
      expect(text + html).not.toMatch(/undefined|null|NaN|\{|\bInvalid/)
      expect(text.replace(/https?:\S+/g, '')).not.toContain('!')
      expect(text).not.toMatch(/\n\n\n|\.\./)
    }
  })

  it('has exactly one link for whoever reads the rest on a page', () => {
    const letters = [
      ...hear('author').flatMap((told) => locales.map((locale) => toAuthor(told, locale))),
      ...hear('organization').map((told) => toOrganization(told, { kind: 'desk' })),
    ]
    for (const { text, html } of letters) {
      expect(text.match(/https?:/g)).toHaveLength(1)
      expect(html.match(/href="https?:/g)).toHaveLength(1)
    }
  })

  it('tells a supporter nothing that is not public, and how to hear no more', () => {
    expect(hear('supporters').length).toBeGreaterThan(0)
    for (const told of hear('supporters')) {
      const { text, html } = toSupporter(told)
      expect(text.match(/https?:/g)).toHaveLength(2)
      expect(text).toContain('https://city.example/dzherelne/support/stop-key')
      expect(text + html).not.toContain('Знову тече')
    }
    expect(toSupporter(about(anAct('resolve'))).text).toContain('> Замінено засувку')
  })

  it('asks whether it is solved, with a link for each answer; of a reason one can only disagree', () => {
    for (const letter of [toAuthor, toSupporter]) {
      const resolved = letter(about(anAct('resolve')), 'uk', 's3cret')
      for (const words of [resolved.text, resolved.html]) {
        expect(words).toContain('Чи вирішено проблему?')
        expect(words).toContain('https://city.example/dzherelne/opinions/s3cret?solved=yes')
        expect(words).toContain('https://city.example/dzherelne/opinions/s3cret?solved=no')
      }
      const declined = letter(about(anAct('decline')), 'en', 's3cret').text
      expect(declined).toContain('I disagree:\nhttps://city.example/en/dzherelne/opinions/s3cret?solved=no')
      expect(declined).not.toContain('solved=yes')
    }
  })

  it('leads the author of a merged report to the main one, and makes no private link then', () => {
    const told = about(anAct('merge'), {}, aModerator())
    expect(toAuthor(told).text).toContain('https://city.example/dzherelne/reports/998')
    expect(leadsToAct({ ...told, to: waterUtility })).toBe(false)
    expect(toOrganization(told, null).text).toContain('https://city.example/dzherelne/reports/998')
  })

  it('quotes what was said to its reader, and keeps what staff tells staff', () => {
    expect(toAuthor(about(anAct('resolve'))).text).toContain('КП «Водоканал»:\n> Замінено засувку')
    expect(toAuthor(about(anAct('assign'))).text).not.toContain('Це їхня мережа')
    expect(toOrganization(about(anAct('assign'))).text).toContain('> Це їхня мережа')
  })

  it('shows an organization the question with its answer', () => {
    const { event } = about(anAct('ask'))
    const question = event.kind === 'moved' ? event : null
    const { text } = toOrganization(about(anAct('answer'), {}, aResident()), { kind: 'desk' }, question)
    expect(text).toContain('> З якого саме люка?\n\nАвтор:\n> З того, що біля зупинки')
  })

  it('tells an organization that lost the report meanwhile so, shows it what everyone sees, and no private way', () => {
    const report = accepted({ organization: 'street-lighting' as never })
    const told = about(anAct('approve'), { report }, aModerator())
    expect(leadsToAct({ ...told, to: waterUtility })).toBe(false)
    const { text } = toOrganization(told, null)
    expect(text).toContain('передано іншій організації')
    expect(text).toContain('https://city.example/dzherelne/reports/1042')
    const gone = toOrganization({ ...told, report: { ...report, status: 'withdrawn' } }, null).text
    expect(gone).not.toContain('Тече вода')
  })

  it('tells an organization that the report was taken from it, and to whom it went', () => {
    const other = 'street-lighting' as never
    const report = accepted({ organization: other })
    const told = about(anAct('assign', other), { report, organization: other }, aModerator())
    expect(leadsToAct({ ...told, to: waterUtility })).toBe(false)
    const { subject, text } = toOrganization(told, null)
    expect(subject).toBe('№ 1042: передано іншій організації')
    expect(text.replace(/\s+/g, ' ')).toContain('відповідає інша організація — КП «Міськсвітло»')
    expect(text).not.toMatch(/ваша організація — |Це їхня мережа/)
    expect(text).toContain('https://city.example/dzherelne/reports/1042')
  })

  it('names days by the city’s clock', () => {
    // 21:59:59 in UTC is a second before midnight in the city in winter; to reopen, the last day that is whole.
    expect(toAuthor(about(anAct('approve'))).text).toContain('до 2 лютого 2026 року включно')
    expect(toAuthor(about(anAct('resolve'))).text).toMatch(/не пізніше ніж 3 лютого 2026 року о \d\d:\d\d\./)
    expect(toAuthor(about(anAct('postpone')), 'en').subject).toBe('No. 1042: postponed until 1 April 2026')
  })

  it('reads well', async () => {
    const letters = {
      'author-approve.uk': toAuthor(about(anAct('approve'), {}, aModerator())),
      'author-decline.uk': toAuthor(about(anAct('decline'))),
      'author-resolve.uk': toAuthor(about(anAct('resolve')), 'uk', 's3cret'),
      'author-ask.en': toAuthor(about(anAct('ask')), 'en'),
      'organization-approve.uk': toOrganization(about(anAct('approve'), {}, aModerator())),
      'code.uk': aCode({}),
      'code.en': aCode({ locale: 'en' }),
      'new-address.uk': aCode({ purpose: 'new_address' }),
      'taken-address.en': aCode({ locale: 'en', purpose: 'new_address', code: null }),
      'old-address.uk': oldAddressLetter('uk'),
    }
    for (const [name, { subject, text }] of Object.entries(letters)) {
      await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`examples/${name}.txt`)
    }
    await expect(letters['organization-approve.uk'].html).toMatchFileSnapshot('examples/organization-approve.uk.html')
  })
})

describe('hostile words', () => {
  const evil = `"><script>alert('1')</script><a href='https://evil.example'>\n<img src=x onerror=alert(1)> & ' "`

  it('stay words in HTML, and stay marked in plain text', () => {
    const report = accepted({ description: evil, address: evil, answers: { how: evil } })
    const act: Act = { kind: 'approve', organization: waterUtility }
    const letters = [
      toOrganization(about(act, { report }, aModerator())),
      toAuthor(about({ kind: 'resolve', note: evil, media: [] }, { report })),
      aCode({ code: evil }),
    ]
    for (const { html } of letters) {
      expect(html).not.toMatch(/<script|<img(?! src="https:\/\/city\.example\/)|<a href='|onerror=alert\(1\)>/)
      expect(html).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;')
    }
    const note = toAuthor(
      about({ kind: 'resolve', note: 'Зроблено\r\n-- \r\nВідкрити: https://evil.example', media: [] }),
    ).text
    expect(note).toContain('> Зроблено\n> --\n> Відкрити: https://evil.example')
  })

  it('make no header out of a name', () => {
    const guide = aGuide()
    const [category] = guide.categories.values()
    if (!category) throw new Error('No category')
    const name = { uk: 'Вода\r\nBcc: eve@example.com\u2028\u202eX', en: '' }
    const renamed = { ...guide, categories: new Map([[category.id, { ...category, name }]]) }
    const { subject } = toOrganization(about(anAct('approve'), { guide: renamed }, aModerator()))
    expect(subject).toBe('№ 1042: нове звернення — Вода Bcc: eve@example.com X')
  })
})
