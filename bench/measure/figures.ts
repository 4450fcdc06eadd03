import { signedIn } from '../fill/signed-in.ts'
import type { Seat } from './seat.ts'

/** One request of a figure. */
export type Ask = { readonly path: string; readonly cookie?: string; readonly form?: Readonly<Record<string, string>> }

export type Figure = {
  readonly title: string
  /** The least share of the bare server's rate, or of the SQL's alone, that was promised on PostgreSQL. */
  readonly goal?: { readonly of: 'server' | 'sql'; readonly least: number }
  /** The only status that counts. */
  readonly status: 200 | 303
  /** Requests one after another, without end. */
  readonly asks: (seat: Seat) => () => Ask
}

/** Signs the sessions of a filled database. */
export const secret = 'a secret for measuring, known to everybody'

/** What is measured, in the order of the table. */
export const figures = {
  list: {
    title: 'list page',
    goal: { of: 'server', least: 0.4 },
    status: 200,
    asks: ({ city }) => always({ path: `/${city}/reports` }),
  },
  filtered: {
    title: 'list page, eight filters in turn',
    goal: { of: 'server', least: 0.4 },
    status: 200,
    asks: (seat) => inTurn(queries(seat).map((query) => ({ path: `/${seat.city}/reports?${query}` }))),
  },
  'list-new': {
    title: 'list page, none looked at before',
    status: 200,
    asks: (seat) => {
      const filters = ['', ...queries(seat).filter((query) => !query.startsWith('from'))]
      const pages = seat.shown.slice(0, 4000).map((number, turn) => {
        const filter = filters[turn % filters.length]
        return { path: `/${seat.city}/reports?${filter ? `${filter}&` : ''}before=${number}` }
      })
      return inTurn(pages)
    },
  },
  report: {
    title: 'report page, 200 in turn',
    goal: { of: 'server', least: 0.5 },
    status: 200,
    asks: ({ city, shown }) => inTurn(shown.slice(0, 200).map((number) => ({ path: `/${city}/reports/${number}` }))),
  },
  'report-new': {
    title: 'report page, none looked at before',
    status: 200,
    asks: ({ city, shown }) => inTurn(shown.slice(200).map((number) => ({ path: `/${city}/reports/${number}` }))),
  },
  geojson: {
    title: 'GeoJSON of the newest 500',
    status: 200,
    asks: ({ city }) => always({ path: `/${city}/reports.geojson` }),
  },
  city: { title: 'city page', status: 200, asks: ({ city }) => always({ path: `/${city}` }) },
  desk: {
    title: 'desk of a moderator, signed in',
    status: 200,
    asks: ({ city }) => always({ path: `/${city}/desk`, cookie: signedIn.moderator(secret) }),
  },
  submit: {
    title: 'submit a report, no files',
    goal: { of: 'sql', least: 0.6 },
    status: 303,
    asks: (seat) => {
      let turn = 0
      return () => ({
        path: `/${seat.city}/reports/new`,
        cookie: signedIn.resident(turn++, secret),
        form: draft(seat, turn),
      })
    },
  },
  act: {
    title: 'an act: pass a report on',
    status: 303,
    asks: ({ city, accepted: all, organizations }) => {
      const cookie = signedIn.moderator(secret)
      const accepted = all.slice(leftToSql)
      let turn = 0
      return () => {
        const number = accepted[turn % accepted.length]
        const organization = organizations[Math.floor(turn / accepted.length) % organizations.length] ?? ''
        turn += 1
        const form = { key: crypto.randomUUID(), organization, note: 'Це ваша вулиця, передаємо вам.' }
        return { path: `/${city}/desk/${number}/assign`, cookie, form }
      }
    },
  },
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof figures

export const figureNames = Object.keys(figures) as FigureName[] // safe: the object above is closed

/** So many of the accepted reports are moved by the SQL alone. */
export const leftToSql = 20

/** Address queries of the list as the product itself writes them: each kind of filter, and two together. */
export function queries({ group, category, organizations, month: [from, to] }: Seat): readonly string[] {
  const say = (words: string) => new URLSearchParams({ q: words }).toString()
  return [
    'status=resolved',
    `category=${group}`,
    `category=${category}`,
    `organization=${organizations[0]}`,
    say('яма'),
    say('вода тече'),
    `from=${from}&to=${to}`,
    `status=accepted&status=in_progress&organization=${organizations[1]}`,
  ]
}

function draft({ category, quiet }: Seat, turn: number): Readonly<Record<string, string>> {
  const { lng, lat } = quiet[turn % quiet.length] ?? { lng: 0, lat: 0 }
  return {
    key: crypto.randomUUID(),
    category,
    lng: lng.toFixed(6),
    lat: lat.toFixed(6),
    address: 'вулиця Покровська, 14, біля зупинки',
    description: 'Третій день тут те саме: вода стоїть на дорозі, пішоходам доводиться обходити проїзною частиною.',
    name_shown: 'first_name',
  }
}

function always(ask: Ask): () => Ask {
  return () => ask
}

function inTurn(asks: readonly Ask[]): () => Ask {
  let turn = 0
  return () => {
    const ask = asks[turn++ % asks.length]
    if (!ask) throw new Error('There is nothing to ask for')
    return ask
  }
}
