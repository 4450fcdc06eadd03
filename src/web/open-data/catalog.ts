import { boundsOf } from '#src/domain/area.ts'
import type { Licence } from '#src/domain/city.ts'
import type { Guide } from '#src/domain/guide.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import { oldest } from '#src/store/published-reports.ts'
import { type Holes, type Key, say } from '#src/text/catalogue.ts'
import type { Handler } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { type Paths, paths } from '../routes.ts'

/** What each licence is called, and where it is read. */
export const licenceAddress = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const satisfies Record<Licence, string>

/** The description of the city's open data for other catalogues to gather: DCAT-AP as JSON-LD. */
export function catalog({ kept, versions }: PublicLooks, origin: string): Handler<'dataCatalog'> {
  return async ({ request, guide, means, to, problem }) => {
    const { id: city } = guide.city
    const answer = await kept(request, {
      key: to.dataCatalog(city),
      version: await versions.ofCity(city),
      type: 'application/ld+json; charset=utf-8',
      headers: [['access-control-allow-origin', '*']],
      draw: async () => JSON.stringify(catalogOf(guide, origin, await oldest(means.store.of(city))), null, 1),
    })
    return answer ?? problem({ kind: 'not_found' })
  }
}

function catalogOf(guide: Guide, origin: string, since: Temporal.Instant | null) {
  const { city } = guide
  const at = (path: string) => origin + path
  const to = paths('uk')
  const page = { '@id': at(to.openData(city.id)) }
  const publisher = {
    '@id': `${page['@id']}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': city.openData.publisher
      ? inBoth((locale) => city.openData.publisher?.[locale] ?? '')
      : inBoth((locale) => city.name[locale]),
  }
  const named = (key: Key) => inBoth((locale) => say(locale)(key, namesOf(guide, locale)))
  return {
    '@context': context,
    '@id': at(to.dataCatalog(city.id)),
    '@type': 'dcat:Catalog',
    'dct:title': named('open_data.catalog'),
    'dct:description': named('open_data.catalog_text'),
    'dct:publisher': publisher,
    'dct:language': locales.map(languageOf),
    'dct:license': licenceOf(guide),
    'dct:spatial': placeOf(guide),
    'foaf:homepage': page,
    'dcat:dataset': [
      {
        '@id': `${page['@id']}#reports`,
        '@type': 'dcat:Dataset',
        'dct:identifier': `${page['@id']}#reports`,
        'dct:title': named('open_data.dataset'),
        'dct:description': named('open_data.dataset_text'),
        'dct:publisher': publisher,
        'dcat:contactPoint': contactOf(guide, origin),
        'dcat:keyword': locales.flatMap((locale) =>
          say(locale)('open_data.keywords')
            .split(', ')
            .map((word) => ({ '@language': locale, '@value': word })),
        ),
        'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' },
        'dcat:landingPage': page,
        'dct:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
        'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT' },
        'dct:language': locales.map(languageOf),
        'dct:spatial': placeOf(guide),
        ...(since && {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': {
              '@type': 'xsd:date',
              '@value': since.toZonedDateTimeISO(city.timeZone).toPlainDate().toString(),
            },
          },
        }),
        'dcat:distribution': locales.flatMap((locale) => distributionsIn(guide, locale, origin)),
      },
    ],
  }
}

/** The same reports in each form in which they can be had. */
function distributionsIn(guide: Guide, locale: Locale, origin: string) {
  const { city } = guide
  const to = paths(locale)
  const kinds: readonly { title: Key; format: 'CSV' | 'GEOJSON'; daily: boolean; address: (to: Paths) => string }[] = [
    { title: 'open_data.live_csv', format: 'CSV', daily: false, address: () => to.reportsCsv(city.id) },
    {
      title: 'open_data.live_geojson',
      format: 'GEOJSON',
      daily: false,
      address: () => `${to.reportsGeojson(city.id)}?all=yes`,
    },
    { title: 'open_data.day_csv', format: 'CSV', daily: true, address: () => to.dayCsv(city.id, 'latest') },
    { title: 'open_data.day_geojson', format: 'GEOJSON', daily: true, address: () => to.dayGeojson(city.id, 'latest') },
  ]
  return kinds.map(({ title, format, daily, address }) => ({
    '@id': origin + address(to),
    '@type': 'dcat:Distribution',
    'dct:title': inBoth((one) => say(one)(title)),
    'dct:language': languageOf(locale),
    'dct:license': licenceOf(guide),
    'dcat:accessURL': { '@id': origin + to.openData(city.id) },
    'dcat:downloadURL': { '@id': origin + address(to) },
    'dct:format': { '@id': `http://publications.europa.eu/resource/authority/file-type/${format}` },
    'dcat:mediaType': {
      '@id': `https://www.iana.org/assignments/media-types/${format === 'CSV' ? 'text/csv' : 'application/geo+json'}`,
    },
    ...(daily && { 'dcat:compressFormat': { '@id': 'https://www.iana.org/assignments/media-types/application/gzip' } }),
    ...(format === 'CSV' && { 'dct:conformsTo': { '@id': origin + to.reportsColumns(city.id) } }),
    'dcatap:availability': { '@id': 'http://data.europa.eu/r5r/availability/stable' },
  }))
}

function contactOf({ city }: Guide, origin: string) {
  const { email, publisher } = city.openData
  const phone = city.phones.find(({ emergency }) => !emergency)
  return {
    '@type': 'vcard:Organization',
    'vcard:fn': publisher?.uk ?? city.name.uk,
    'vcard:hasURL': { '@id': origin + paths('uk').openData(city.id) },
    ...(email && { 'vcard:hasEmail': { '@id': `mailto:${email}` } }),
    ...(phone && { 'vcard:hasTelephone': { '@id': `tel:${phone.dial}` } }),
  }
}

function licenceOf({ city }: Guide) {
  return { '@id': licenceAddress[city.openData.licence], '@type': 'dct:LicenseDocument' }
}

/** The city by its name, and the box that it fills. */
function placeOf({ city, outline }: Guide) {
  const [west, south, east, north] = boundsOf(outline)
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const box = `POLYGON((${ring.map((corner) => corner.join(' ')).join(', ')}))`
  return {
    '@type': 'dct:Location',
    'skos:prefLabel': inBoth((locale) => city.name[locale]),
    'dcat:bbox': { '@type': 'geosparql:wktLiteral', '@value': box },
  }
}

/** In each language, as JSON-LD has it. */
export function inBoth(words: (locale: Locale) => string) {
  return locales.map((locale) => ({ '@language': locale, '@value': words(locale) }))
}

function languageOf(locale: Locale) {
  const code = { uk: 'UKR', en: 'ENG' } as const
  return { '@id': `http://publications.europa.eu/resource/authority/language/${code[locale]}` }
}

function namesOf({ city }: Guide, locale: Locale): Holes {
  return { city: city.nameOf[locale] }
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
