import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'

import { publishedFields } from '#src/domain/published-report.ts'
import { someAddresses } from '#src/jobs/examples.ts'
import { writeDataFiles } from '#src/jobs/write-data-files.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted } from '#test/some-reports.ts'

type Node = Record<string, unknown>

/** What DCAT-AP 3 (and 2.1) make mandatory, and what a catalogue in Ukraine asks for besides, by class. */
const asked = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset', 'dct:license', 'foaf:homepage'],
  'dcat:Dataset': [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dct:identifier',
    'dcat:contactPoint',
    'dcat:keyword',
    'dcat:theme',
    'dcat:distribution',
    'dct:accrualPeriodicity',
    'dct:spatial',
    'dct:temporal',
  ],
  'dcat:Distribution': ['dcat:accessURL', 'dcat:downloadURL', 'dct:format', 'dct:license', 'dct:title'],
  'foaf:Agent': ['foaf:name'],
  'vcard:Organization': ['vcard:fn', 'vcard:hasURL'],
  'dct:PeriodOfTime': ['dcat:startDate'],
  'dct:Location': ['dcat:bbox'],
  'dct:LicenseDocument': ['@id'],
} as const

describeOnOne('open data', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    await anAccepted(here)
    expect(await (await get('/zhytomyr/data')).text()).toContain('Перший ще попереду')
    here.clock.at = here.clock.at.add({ hours: 24 })
    const guide = aGuide()
    const log = { info: () => undefined, warn: () => undefined }
    const guides = new Map([[guide.city.id, guide]])
    await writeDataFiles({ means: here, guides, addresses: someAddresses, log })
  })

  it('says what is offered, under which licence, and what each field means', async () => {
    for (const [path, licence, count] of [
      ['/zhytomyr/data', 'CC BY 4.0', '1\u00a0звернення'],
      ['/en/zhytomyr/data', 'CC BY 4.0', '1\u00a0report'],
    ] as const) {
      const html = await (await get(path)).text()
      expect(html).toContain(licence)
      expect(html).toContain(count)
      for (const field of publishedFields) expect(html).toContain(`<code>${field}</code>`)
      expect(html).toContain('type="application/ld+json"')
      expect(html).toContain('href="http://open.example/zhytomyr/data/catalog.jsonld"')
    }
  })

  it('gives a day’s file by its day, or the newest, and tells who has it already', async () => {
    const latest = await get('/zhytomyr/data/latest/reports.csv.gz')
    const bytes = Buffer.from(await latest.arrayBuffer())
    expect([latest.status, latest.headers.get('content-type')]).toEqual([200, 'application/gzip'])
    expect(gunzipSync(bytes).toString()).toContain('Прийнято до розгляду')
    const etag = latest.headers.get('etag') ?? ''
    expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`)
    const same = await get('/zhytomyr/data/2026-01-01/reports.csv.gz', { 'if-none-match': etag })
    expect(same.status).toBe(304)
    const part = await get('/en/zhytomyr/data/latest/reports.geojson.gz', { range: 'bytes=0-1' })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 2])
    for (const path of ['/zhytomyr/data/2025-12-31/reports.csv.gz', '/zhytomyr/data/2026-99-99/reports.csv.gz'])
      expect((await get(path)).status).toBe(404)
  })

  it('is described for catalogues with all that DCAT-AP asks for', async () => {
    const answer = await get('/zhytomyr/data/catalog.jsonld')
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    const catalog = (await answer.json()) as Node
    const prefixes = Object.keys(catalog['@context'] as Node)
    const found = new Set<string>()
    for (const node of nodesIn(catalog)) {
      const type = String(node['@type'] ?? '')
      found.add(type)
      const names = Object.keys(node)
      for (const name of names.filter((one) => !one.startsWith('@')))
        expect(prefixes, name).toContain(name.split(':')[0])
      for (const name of asked[type as keyof typeof asked] ?? []) expect(names, type).toContain(name)
    }
    for (const type of Object.keys(asked)) expect([...found]).toContain(type)
    expect(catalog).toMatchObject({
      'dcat:dataset': [
        {
          'dct:title': [
            { '@language': 'uk', '@value': 'Звернення мешканців Житомира про проблеми міста' },
            { '@language': 'en', '@value': 'Reports of city problems by residents of Zhytomyr' },
          ],
          'dct:temporal': { 'dcat:startDate': { '@value': '2026-01-01' } },
        },
      ],
    })
  })

  it('says to programs what each column of the table holds, where they look for it', async () => {
    const table = await get('/en/zhytomyr/reports.csv')
    const [header = '', first = ''] = (await table.text()).replace('\uFEFF', '').split('\r\n')
    const [, address = ''] =
      /^<(.*)>; rel="describedby"; type="application\/csvm\+json"$/.exec(table.headers.get('link') ?? '') ?? []
    expect(address).toBe('/en/zhytomyr/reports.csv-metadata.json')
    const { url, tableSchema } = (await (await get(address)).json()) as {
      url: string
      tableSchema: { columns: readonly { name: string; titles: string; datatype: string }[] }
    }
    expect([url, tableSchema.columns.map(({ titles }) => titles).join(',')]).toEqual([
      '/en/zhytomyr/reports.csv',
      header,
    ])
    const cells = parse(first)[0] as readonly string[]
    for (const [at, { name, datatype }] of tableSchema.columns.entries()) {
      const cell = cells[at] ?? ''
      if (cell && datatype in written)
        expect([name, cell]).toEqual([name, expect.stringMatching(written[datatype] ?? '')])
    }
  })

  it('is found wherever the catalogue says', async () => {
    const catalog = (await (await get('/zhytomyr/data/catalog.jsonld')).json()) as Node
    const addresses = nodesIn(catalog).flatMap((node) =>
      ['dcat:downloadURL', 'dcat:accessURL', 'dct:conformsTo'].map((name) => (node[name] as Node | undefined)?.['@id']),
    )
    const paths = new Set(
      addresses.filter(Boolean).map((address) => String(address).replace('http://open.example', '')),
    )
    expect(paths.size).toBe(12)
    for (const path of paths) {
      const found = await get(path)
      await found.body?.cancel()
      expect([path, found.status]).toEqual([path, 200])
    }
  })
})

/** How a cell is written, by its datatype. */
const written: Readonly<Record<string, RegExp>> = {
  integer: /^\d+$/,
  decimal: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  dateTimeStamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/,
  anyURI: /^https?:\/\//,
}

/** Every thing that is described, however deep. */
function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  const { '@context': _, ...node } = value as Node
  return [value as Node, ...Object.values(node).flatMap(nodesIn)]
}
