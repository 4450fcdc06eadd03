import type { Category } from '#src/domain/category.ts'
import { aCity } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, CityId, GroupId, OrganizationId } from '#src/domain/id.ts'
import type { Organization } from '#src/domain/organization.ts'
import type { Addresses } from './addresses.ts'

/** A small city for letters to be read of: what stands in their examples comes from here. */
export const aGuide = (): Guide => ({
  city: { ...aCity(), id: 'dzherelne' as CityId, name: { uk: 'Джерельне', en: 'Dzherelne' } },
  groups: [{ id: 'water' as GroupId, name: { uk: 'Вода', en: 'Water' } }],
  categories: new Map([[leak.id, leak]]),
  organizations: new Map([utility, lighting].map((one) => [one.id, one])),
  rules: [],
  areas: new Map(),
  areaSources: [],
  outline: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [28, 50],
          [29, 50],
          [29, 51],
          [28, 51],
          [28, 50],
        ],
      ],
    ],
  },
})

const utility: Organization = {
  id: 'water-utility' as OrganizationId,
  name: { uk: 'КП «Водоканал»', en: 'Water Utility' },
  email: 'dyspetcher@vodokanal.example',
}

const lighting: Organization = {
  id: 'street-lighting' as OrganizationId,
  name: { uk: 'КП «Міськсвітло»', en: 'Street Lighting' },
  email: 'dyspetcher@svitlo.example',
}

const leak: Category = {
  id: 'water-leak' as CategoryId,
  group: 'water' as GroupId,
  name: { uk: 'Витік води', en: 'Water leak' },
  open: true,
  questions: [
    {
      id: 'since',
      label: { uk: 'Коли почалося?', en: 'When did it begin?' },
      answer: { kind: 'choice', options: [{ id: 'today', label: { uk: 'Сьогодні', en: 'Today' } }] },
      required: false,
    },
    { id: 'how', label: { uk: 'Як саме тече?', en: 'How does it leak?' }, answer: { kind: 'text' }, required: false },
  ],
  sameWithin: 100,
}

export const someAddresses: Addresses = {
  host: 'city.example',
  report: (city, number, locale) => `https://city.example/${locale === 'en' ? 'en/' : ''}${city}/reports/${number}`,
  desk: (city, number) => `https://city.example/${city}/desk/${number}`,
  inbox: (city) => `https://city.example/${city}/desk`,
  answer: (city, secret) => `https://city.example/${city}/answer/${secret}`,
  opinion: (city, secret, answer, locale) =>
    `https://city.example/${locale === 'en' ? 'en/' : ''}${city}/opinions/${secret}?solved=${answer}`,
  stop: (city, key, locale) => `https://city.example/${locale === 'en' ? 'en/' : ''}${city}/support/${key}`,
  following: (city, key, locale, only) =>
    `https://city.example/${locale === 'en' ? 'en/' : ''}${city}/following/${key}${only ? `?only=${only}` : ''}`,
  confirmFollowing: (city, id, locale) => `https://city.example/${locale === 'en' ? 'en/' : ''}${city}/follow/${id}`,
  still: (city, number) => `https://city.example/${city}/reports/${number}/map.png`,
  media: ({ key }) => `https://city.example/media/${key}/large.webp`,
}
