import { type AreaShape, boundsOf } from '#src/domain/area.ts'
import type { Category } from '#src/domain/category.ts'
import { aCity, waterUtility } from '#src/domain/examples.ts'
import type { Guide, MultiPolygon } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, CityId, GroupId, OrganizationId } from '#src/domain/id.ts'
import type { Words } from '#src/domain/locale.ts'
import type { Point } from '#src/domain/report.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'

export const water = 'water' as GroupId
export const streets = 'streets' as GroupId

export const waterLeak = 'water-leak' as CategoryId
/** Asks two questions, the second only after one answer to the first. */
export const streetLight = 'street-light' as CategoryId
export const pothole = 'pothole' as CategoryId
/** Takes no new reports. */
export const paidParking = 'paid-parking' as CategoryId

export const northern = 'northern' as AreaId
/** The city's centre lies in it. */
export const southern = 'southern' as AreaId
/** A few streets in the southern district, around the centre. */
export const oldTown = 'old-town' as AreaId

export const cityLight = 'city-light' as OrganizationId
/** Has no officer: it is reached by mail alone. */
export const roadWorks = 'road-works' as OrganizationId

export const moderatorEmail = 'moderator@city.example'
export const officerEmail = 'officer@water.example'
export const lightOfficerEmail = 'officer@light.example'
export const administratorEmail = 'administrator@city.example'

/** A small whole city for tests; `id` makes it another one beside the first. */
export function aSource(id: string = aCity().id): CitySource {
  return {
    areas,
    guide: aGuide(id),
    staff: [
      { email: moderatorEmail, firstName: 'Марія', lastName: 'Модераторенко', role: 'moderator', organization: null },
      {
        email: administratorEmail,
        firstName: 'Адам',
        lastName: 'Управненко',
        role: 'administrator',
        organization: null,
      },
      { email: officerEmail, firstName: 'Олег', lastName: 'Водяний', role: 'officer', organization: waterUtility },
      { email: lightOfficerEmail, firstName: 'Леся', lastName: 'Ліхтар', role: 'officer', organization: cityLight },
    ],
  }
}

/** What {@link aSource} says of the city itself. */
export function aGuide(id: string = aCity().id): Guide {
  const phones = [
    { dial: '112', shown: '112', name: both('Єдиний номер', 'Single number'), emergency: true },
    { dial: '1580', shown: '15-80', name: both('Довідка міста', 'City information'), emergency: false },
  ]
  const city = { ...aCity(), id: id as CityId, phones }
  return {
    city,
    groups: [
      { id: water, name: both('Вода', 'Water') },
      { id: streets, name: both('Вулиці', 'Streets') },
    ],
    categories: new Map(categories.map((category) => [category.id, category])),
    organizations: new Map(
      [
        { id: waterUtility, name: both('Водоканал', 'Water utility'), email: 'office@water.example' },
        { id: cityLight, name: both('Міськсвітло', 'City light'), email: 'office@light.example' },
        { id: roadWorks, name: both('Шляхове управління', 'Road works'), email: 'office@roads.example' },
      ].map((organization) => [organization.id, organization]),
    ),
    rules: [
      { group: water, organization: waterUtility },
      { category: streetLight, organization: cityLight },
      { group: streets, organization: roadWorks },
    ],
    areas: new Map(areas.map(({ shape: _, ...area }) => [area.id, area])),
    areaSources: [],
    outline: squareAround(city.center, 0.1),
  }
}

const categories: readonly Category[] = [
  { id: waterLeak, group: water, name: both('Витік води', 'Water leak'), open: true, questions: [], sameWithin: 50 },
  {
    id: streetLight,
    group: streets,
    name: both('Не світить ліхтар', 'Street light out'),
    open: true,
    questions: [
      {
        id: 'how-many',
        label: both('Скільки ліхтарів не світить?', 'How many lights are out?'),
        answer: {
          kind: 'choice',
          options: [
            { id: 'one', label: both('Один', 'One') },
            { id: 'street', label: both('Уся вулиця', 'The whole street') },
          ],
        },
        required: true,
      },
      {
        id: 'pole',
        label: both('Номер опори', 'Number on the pole'),
        answer: { kind: 'number' },
        required: true,
        onlyIf: { question: 'how-many', is: 'one' },
      },
    ],
    sameWithin: 30,
  },
  { id: pothole, group: streets, name: both('Яма на дорозі', 'Pothole'), open: true, questions: [], sameWithin: 50 },
  {
    id: paidParking,
    group: streets,
    name: both('Платна стоянка', 'Paid parking'),
    open: false,
    questions: [],
    sameWithin: 50,
  },
]

const { lng, lat } = aCity().center
/** North of the centre by so many degrees the southern district ends. */
export const border = lat + 0.02
const drawn: readonly Omit<AreaShape, 'bounds'>[] = [
  {
    id: northern,
    kind: 'district',
    name: both('Північний район', 'Northern district'),
    approximate: true,
    shape: boxOf(lng - 0.1, border, lng + 0.1, lat + 0.1),
  },
  {
    id: southern,
    kind: 'district',
    name: both('Південний район', 'Southern district'),
    approximate: true,
    shape: boxOf(lng - 0.1, lat - 0.1, lng + 0.1, border),
  },
  {
    id: oldTown,
    kind: 'neighbourhood',
    name: both('Старе місто', 'Old Town'),
    approximate: false,
    shape: squareAround(aCity().center, 0.005),
  },
]
const areas: readonly AreaShape[] = drawn.map((area) => ({ ...area, bounds: boundsOf(area.shape) }))

function both(uk: string, en: string): Words {
  return { uk, en }
}

function squareAround({ lng, lat }: Point, degrees: number): MultiPolygon {
  return boxOf(lng - degrees, lat - degrees, lng + degrees, lat + degrees)
}

function boxOf(west: number, south: number, east: number, north: number): MultiPolygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  return { type: 'MultiPolygon', coordinates: [[ring]] }
}
