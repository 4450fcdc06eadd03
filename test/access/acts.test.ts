import { beforeAll, expect, it } from 'vitest'

import type { ActKind } from '#src/domain/act.ts'
import { waterUtility } from '#src/domain/examples.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import type { Status } from '#src/domain/report.ts'
import { eventsOf, type Recorded } from '#src/store/events.ts'
import { paths } from '#src/web/routes.ts'
import { cityLight } from '#test/a-guide.ts'
import { sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'
import { aTown, type Headers, type Town } from './a-town.ts'
import { aLinkTo, aReportIn, type Filed, withAddition } from './filed.ts'
import { inWords } from './in-words.ts'
import { joined, keptTable, tableOf } from './kept-table.ts'
import { type Role, roles } from './roles.ts'

const to = paths('uk')

/** Some thousand requests, on a machine that may be busy. */
const patience = 120_000
const acts = Object.keys(lifecycle) as ActKind[]

describeOnOne('an act', (open) => {
  let town: Town
  let main: Filed
  let unused: Map<Status, Filed>
  beforeAll(async () => {
    town = await aTown(means(await open()))
    main = await aReportIn(town, 'accepted')
    unused = new Map()
  })

  /** A report that the act is open for to somebody; the same one for as long as nobody has moved it. */
  const fitting = async (act: ActKind): Promise<Filed> => {
    const [first = 'accepted', ...others] = Object.keys(lifecycle[act].moves) as Status[]
    const status = others.includes('accepted') ? 'accepted' : first
    const filed = unused.get(status) ?? (await aReportIn(town, status))
    const report = /_addition$/.test(act) ? await withAddition(town, filed) : filed
    unused.set(status, report)
    return report
  }
  const eventsFor = ({ id }: Filed) => eventsOf(town.here.store.of(town.city), id)

  /** What came of it: by the answer, and by what the report's history says, which may not differ. */
  const tried = async (
    act: ActKind,
    report: Filed,
    path: string,
    headers: Headers,
    by: (last: Recorded['by']) => boolean,
  ) => {
    const before = await eventsFor(report)
    const answer = await town.door.app.request(path, sent(fieldsOf(act, report, main), headers))
    const after = await eventsFor(report)
    const last = after.at(-1)
    if (after.length === before.length) return inWords(answer)
    unused = new Map()
    const isDone = answer.status === 303 && /[?&]done=/.test(answer.headers.get('location') ?? '')
    const isTheirs =
      last?.kind === 'moved' && last.act.kind === act && by(last.by) && after.length === before.length + 1
    return isDone && isTheirs ? 'done' : `done, by ${JSON.stringify(last)}, ${inWords(answer)}`
  }

  const rolesTry = async (pathOf: (act: ActKind, report: Filed) => string) => {
    const rows: string[][] = []
    for (const act of acts) {
      const cells: string[] = []
      for (const role of roles) {
        const report = await fitting(act)
        const isTheirs = (by: Recorded['by']) =>
          'id' in by && by.id === town.idOf(role) && by.kind === (act === 'add' ? 'resident' : kinds[role])
        cells.push(await tried(act, report, pathOf(act, report), town.headersOf(role), isTheirs))
      }
      rows.push([act, ...cells])
    }
    return tableOf([['act', ...roles], ...joined(rows)])
  }

  it('sent to a report’s page is done for whom docs/access.md names, and for nobody else', {
    timeout: patience,
  }, async () => {
    const table = await rolesTry((act, { number }) => to.moveReport(town.city, number, act))
    expect(table).toBe(keptTable('acts at the page'))
  })

  it('sent to the desk is done for whom docs/access.md names, and for nobody else', { timeout: patience }, async () => {
    const table = await rolesTry((act, { number }) => to.deskMove(town.city, number, act))
    expect(table).toBe(keptTable('acts at the desk'))
  })

  it('sent to the desk of another city is done for nobody', { timeout: patience }, async () => {
    for (const act of acts) {
      for (const role of roles) {
        const report = await fitting(act)
        const path = to.deskMove(town.otherCity, report.number, act)
        expect(await tried(act, report, path, town.headersOf(role), () => false)).toMatch(
          /^(?:refused|not found|→ signIn)$/,
        )
      }
    }
  })

  it('sent by a private link is done as docs/access.md says, and by no link to something else', {
    timeout: patience,
  }, async () => {
    const { here, city, otherCity, headersOf } = town
    const links: Record<string, (report: Filed) => Promise<string>> = {
      'its own link': ({ id }) => aLinkTo(town, id),
      'the link of an organization that is not responsible': ({ id }) => aLinkTo(town, id, cityLight),
      'the link of another report': async () => aLinkTo(town, (await aReportIn(town, 'accepted')).id),
      'an expired link': async ({ id }) => {
        const now = here.clock.at
        here.clock.at = now.subtract({ hours: 2 })
        const secret = await aLinkTo(town, id)
        here.clock.at = now
        return secret
      },
      'a guessed link': async () => here.mint.secret(),
    }
    const rows: string[][] = []
    for (const act of acts) {
      const cells: string[] = []
      for (const linkTo of Object.values(links)) {
        const report = await fitting(act)
        const path = to.answerMove(city, await linkTo(report), act)
        cells.push(await tried(act, report, path, headersOf('visitor'), ({ kind }) => kind === 'correspondent'))
      }
      const report = await fitting(act)
      const path = to.answerMove(otherCity, await aLinkTo(town, report.id), act)
      cells.push(await tried(act, report, path, headersOf('visitor'), () => false))
      rows.push([act, ...cells])
    }
    const heads = ['act', ...Object.keys(links), 'its own link, in another city']
    expect(tableOf([heads, ...joined(rows)])).toBe(keptTable('acts by link'))
  })
})

/** As what each of them acts. */
const kinds: Record<Role, Recorded['by']['kind']> = {
  visitor: 'visitor',
  author: 'resident',
  resident: 'resident',
  officer: 'officer',
  'other officer': 'officer',
  'far officer': 'officer',
  moderator: 'moderator',
  'far moderator': 'moderator',
  administrator: 'administrator',
  'far administrator': 'administrator',
}

/** What a form of each act holds. */
function fieldsOf(act: ActKind, { shown, hidden, addition }: Filed, { number }: Filed): Record<string, string> {
  const said = { note: 'Слова, яких цій дії досить' }
  const fields: Record<ActKind, Record<string, string>> = {
    approve: { organization: waterUtility },
    reject: { ...said, reason: 'unclear' },
    revise: { ...said, address: 'майдан Згоди, 5' },
    assign: { ...said, organization: cityLight },
    start: {},
    ask: said,
    answer: said,
    postpone: { ...said, reason: 'season', until: '2026-04-01' },
    extend: { ...said, reason: 'needs_inspection', until: '2026-02-10' },
    resolve: said,
    decline: { ...said, reason: 'not_ours' },
    merge: { into: String(number), sure: String(number) },
    separate: { organization: waterUtility },
    confirm: {},
    reopen: said,
    withdraw: {},
    note: said,
    add: said,
    show_addition: { addition: String(addition) },
    decline_addition: { addition: String(addition), reason: 'personal_data' },
    hide_media: { file: shown.id },
    show_media: { file: hidden.id },
  }
  return { key: aKey(), ...fields[act] }
}
