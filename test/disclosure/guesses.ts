import { paths } from '#src/web/routes.ts'
import { aKey } from '#test/some-reports.ts'
import { city, placed } from './deeds.ts'
import type { Person } from './person.ts'
import type { Story } from './story.ts'

/**
 * Asks for what no page leads to, as somebody would who knows how addresses are made, and every key but the right one;
 * for lists under odd filters where `looksAtLists`.
 */
export async function guesses(
  person: Person,
  { open, closed, photos, words }: Story,
  looksAtLists: boolean,
): Promise<void> {
  for (const number of [...open, ...closed, 999]) {
    for (const locale of ['uk', 'en'] as const) await person.get(paths(locale).report('zhytomyr' as never, number))
    await person.get(`${city}/reports/${number}.atom`)
    await person.get(`${city}/reports/${number}`, { accept: 'application/json' })
    await person.get(`${city}/reports/${number}?act=answer&draft=${aKey()}`)
    await person.get(`${city}/live?report=${number}&since=0`)
    await person.get(`${city}/desk/${number}`)
    await person.get(`${city}/desk/${number}.pdf`)
    await person.get(`${city}/reports/${number}.pdf`)
    await person.get(`${city}/desk?number=${number}`)
    await person.get(`/vinnytsia/reports/${number}`)
    await person.post(`${city}/reports/${number}/support`, { stop: 'yes' })
  }
  for (const { key } of Object.values(photos)) {
    for (const part of ['320.webp', '960.webp', '2048.webp']) await person.get(`/media/${key}/${part}`)
    await person.get(`/media/${key}/320.webp?draft=${aKey()}`)
    await person.get(`/media/${key}/320.webp?link=${'x'.repeat(32)}`)
    await person.get(`/media/${key}/320.webp`, { 'if-none-match': '*' })
    await person.get(`/media/${key}/320.webp`, { range: 'bytes=0-' })
  }
  for (const address of ['live', 'desk/live']) await person.get(`${city}/${address}?since=0`)
  for (const query of looksAtLists ? queries : []) {
    await person.get(`${city}/reports?${query}`)
    for (const data of ['reports.geojson', 'reports.csv', 'reports.atom']) await person.get(`${city}/${data}?${query}`)
  }
  for (let place = 0; place <= 6; place += 1) {
    const about = { category: 'water-leak', ...placed(place), description: 'Тече вода з люка' }
    await person.post(`${city}/reports/known`, about)
  }
  for (const address of others) await person.get(address)
  // Found by its words, a report would be told by their being found.
  for (const word of Object.values(words)) await person.get(`${city}/reports.geojson?q=${word}`)
}

const queries = [
  'status=submitted',
  'status=rejected',
  'status=withdrawn',
  'status=submitted,rejected,withdrawn',
  'status[]=rejected',
  'q=%25',
  'q=%00',
  'q=_',
  `q=${'a'.repeat(3000)}`,
  'q=%27%20or%201=1--',
  'q=%F0%9F%92%A9&before=-1',
  'before=999999999999',
  'from=1900-01-01&to=2999-01-01',
  'organization=gas-grid',
  'category=riverbank',
  'area=bohunskyi',
  'area=korolovskyi',
]

const others = [
  '/me',
  '/me/email',
  '/me/email/code',
  '/me/data.json',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/about',
  `${city}/desk`,
  `${city}/desk?folder=moderation`,
  `${city}/desk?folder=new&organization=gas-grid`,
  `${city}/answer/${'x'.repeat(32)}`,
  `${city}/answer/${'x'.repeat(32)}/message.pdf`,
  `${city}/support/${aKey()}`,
  `${city}/uploads`,
  '/robots.txt',
  '/sitemap.xml',
  `${city}/reports.geojson?all=yes`,
  `${city}/sitemap/1.xml`,
  '/favicon.svg',
  '/healthz',
  '/readyz',
  '/metrics',
  '/no-such-city',
  '/no-such-city/reports/1',
  '/media',
  '/assets/..%2f..%2fpackage.json',
  '/.env',
  '/%00',
  '/en/zhytomyr/reports/1%2f',
]
