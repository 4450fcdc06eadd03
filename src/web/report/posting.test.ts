import { beforeAll, expect, it } from 'vitest'

import { anOfficer } from '#src/domain/examples.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { anAccepted, aPerson, aSubmitted, done } from '#test/some-reports.ts'

const data = /<script type="application\/ld\+json">(.*?)<\/script>/

describeOnOne('what search engines and messengers read of a report', (open) => {
  let app: ReturnType<typeof anApp>
  const page = async (path: string) => (await app.request(path)).text()
  const told = (html: string) => JSON.parse(data.exec(html)?.[1] ?? 'null')

  beforeAll(async () => {
    const here = means(await open())
    app = anApp(here)
    const author = await aPerson(here.store, { firstName: 'Соломія', lastName: 'Таємниченко' })
    const { number } = await aSubmitted(
      here,
      { description: 'Тече вода </script><b>з люка', nameShown: 'hidden' },
      { author },
    )
    await done(
      here,
      number,
      { kind: 'approve', organization: 'water-utility' as never },
      { kind: 'moderator', id: author.id },
    )
    await done(here, number, { kind: 'resolve', note: 'Замінили трубу', media: [] }, anOfficer())
    await anAccepted(here, { nameShown: 'first_name' })
  })

  it('is the problem, its place and the answer, in the words of schema.org', async () => {
    const html = await page('/zhytomyr/reports/1')
    expect(told(html)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DiscussionForumPosting',
      url: 'http://open.example/zhytomyr/reports/1',
      text: 'Тече вода </script><b>з люка',
      datePublished: '2026-01-01T12:00:00Z',
      author: { '@type': 'Person', name: 'Мешканець міста' },
      contentLocation: { geo: { latitude: 50.2547, longitude: 28.6587 } },
      comment: [{ '@type': 'Comment', text: 'Замінили трубу', author: { name: 'Водоканал' } }],
    })
    expect(html).not.toMatch(/Соломія|Таємниченко/)
    expect(told(await page('/zhytomyr/reports/2')).author.name).toBe('Оксана')
  })

  it('is a card with words, a picture and the other language', async () => {
    const html = await page('/en/zhytomyr/reports/1')
    for (const [property, content] of [
      ['og:type', 'article'],
      ['og:url', 'http://open.example/en/zhytomyr/reports/1'],
      ['og:locale', 'en_GB'],
      ['og:locale:alternate', 'uk_UA'],
      ['og:image', 'http://open.example/zhytomyr/reports/1/map.png'],
      ['article:published_time', '2026-01-01T12:00:00Z'],
    ])
      expect(html).toContain(`<meta property="${property}" content="${content}"`)
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"')
  })

  it('is of a city what it is for', async () => {
    const html = await page('/zhytomyr')
    expect(told(html)).toMatchObject({ '@type': 'WebSite', url: 'http://open.example/zhytomyr', inLanguage: 'uk' })
    expect(html).toContain('<meta name="twitter:card" content="summary"')
  })
})
