import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { aGuide, cityLight, streetLight } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aWaitingPhoto } from '#test/some-reports.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'

const city = aGuide().city.id

/** A statement that must be refused, and the name or the words by which the database refuses it. */
const refused: readonly (readonly [what: string, statement: string, because: string])[] = [
  ['an unknown status', `update report set status = 'lost'`, 'report_status_check'],
  ['a number that is none', 'update report set number = 0', 'report_number_check'],
  ['a number twice in a city', 'update report set number = 2 where number = 1', 'report_city_id_number_key'],
  [
    'a draft twice in a city',
    'update report set draft_key = (select draft_key from report where number = 2) where number = 1',
    'draft_key',
  ],
  ['a description of nothing', `update report set description = ''`, 'report_description_check'],
  ['a description without end', `update report set description = repeat('я', 5001)`, 'report_description_check'],
  ['an address without end', `update report set address = repeat('я', 301)`, 'report_address_check'],
  ['an unknown way to show a name', `update report set name_shown = 'surname'`, 'report_name_shown_check'],
  ['an unknown language', `update report set locale = 'xx'`, 'report_locale_check'],
  ['an unknown category', `update report set category_id = 'no-such'`, 'category'],
  ['an unknown organization', `update report set organization_id = 'no-such'`, 'organization'],
  [
    'an unknown author',
    `update report set reporter_id = '00000000-0000-7000-8000-000000000000'`,
    'report_reporter_id_fkey',
  ],
  ['merged into nothing', `update report set status = 'merged', answer_due = null`, 'report_check'],
  [
    'merged without the status',
    'update report set merged_into = (select id from report where number = 2) where number = 1',
    'report_check',
  ],
  ['merged into itself', `update report set status = 'merged', answer_due = null, merged_into = id`, 'report_check'],
  ['accepted by nobody', 'update report set organization_id = null', 'report_check'],
  ['accepted without a term', 'update report set answer_due = null', 'report_check'],
  ['closed with a term', `update report set status = 'resolved'`, 'report_check'],
  ['confirmed while open', 'update report set confirmed = true', 'report_check'],
  ['a public flag that somebody sets', 'update report set public = false', 'public'],
  ['a changed event', `update report_event set to_status = 'resolved'`, 'append-only'],
  ['a removed event', 'delete from report_event', 'append-only'],
  ['an event under a number that is taken', insertedEvent({ seq: '1' }), 'report_event_pkey'],
  ['an act without its kind', insertedEvent({ kind: `'moved'` }), 'report_event_check'],
  ['a beginning with an act', insertedEvent({ act: `'start'` }), 'report_event_check'],
  [
    'an act key twice',
    insertedEvent({ act_key: '(select act_key from report_event where act_key is not null limit 1)' }),
    'act_key',
  ],
  ['an act of a visitor', insertedEvent({ by_kind: `'visitor'` }), 'report_event_by_kind_check'],
  ['an event of no report', insertedEvent({ report_id: `'00000000-0000-7000-8000-000000000000'` }), 'report_id'],
  ['a file half claimed', 'update media set report_id = (select id from report where number = 1)', 'media_check'],
  ['a file without a size', 'update media set width = 0', 'media_width_check'],
  ['a file of another kind', `update media set kind = 'program'`, 'media_kind_check'],
  [
    'a city whose name no address can hold',
    `insert into city (id, document, outline) select 'Ж', document, outline from city`,
    'city_id_check',
  ],
  ['an address in capitals', `update person set email = 'Someone@People.example'`, 'person_email_check'],
  [
    'an officer of nothing',
    `insert into membership values ('${city}', 'a@b.example', 'officer', null)`,
    'membership_check',
  ],
  [
    'a moderator of an organization',
    `insert into membership values ('${city}', 'a@b.example', 'moderator', '${cityLight}')`,
    'membership_check',
  ],
  ['a role twice', 'insert into membership select * from membership limit 1', 'membership_city_id_email'],
  [
    'a rule for nothing',
    `insert into responsibility values ('${city}', null, null, '${cityLight}')`,
    'responsibility_check',
  ],
  [
    'a second rule for one category',
    `insert into responsibility values ('${city}', '${streetLight}', null, '${cityLight}')`,
    'responsibility_city_id',
  ],
  ['a notice to nobody', insertedNotice('null', 'null'), 'notice_check'],
  ['a notice of no event', insertedNotice('null', `'${cityLight}'`, '999'), 'event'],
]

describeOnBoth('the database itself refuses', (open) => {
  let store: Store
  let means: TestMeans

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
    await anAccepted(means)
    await anAccepted(means)
    await aWaitingPhoto(means, aKey())
  })

  it.each(refused)('%s', async (_, statement, because) => {
    await expect(sql.raw(statement).execute(store.whole)).rejects.toThrow(because)
  })
})

describeOnBoth('the database itself keeps', (open) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })

  it('a city in the key of every table that belongs to one, first', async () => {
    const { rows } = await sql<{ name: string }>`
      select t.relname as name from pg_constraint k
      join pg_class t on t.oid = k.conrelid
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'city_id'
      where t.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f') and t.relkind = 'r'
        and k.conkey[1] <> a.attnum
        -- What a person has, a device for one, is of no city.
        and (k.contype <> 'f' or exists (
          select from pg_attribute b where b.attrelid = k.confrelid and b.attname = 'city_id'))
      group by t.relname order by 1`.execute(store.whole)
    expect(rows).toEqual([])
  })

  it('the report of an author who is gone', async () => {
    const means = meansOn(store)
    const { draft, author } = await anAccepted(means)
    await store.whole.deleteFrom('person').where('id', '=', author.id).execute()
    expect((await getByDraft(store.of(city), draft.key)).reporter).toBeNull()
  })
})

function insertedEvent(changes: Readonly<Record<string, string>>): string {
  const event = {
    city_id: `'${city}'`,
    seq: '1000',
    report_id: '(select id from report where number = 1)',
    kind: `'submitted'`,
    act: 'null',
    from_status: 'null',
    to_status: `'submitted'`,
    by_kind: `'system'`,
    act_key: 'null',
    at: 'now()',
    ...changes,
  }
  return `insert into report_event (${Object.keys(event).join(', ')}) values (${Object.values(event).join(', ')})`
}

function insertedNotice(person: string, organization: string, seq = '1'): string {
  return `insert into notice (city_id, id, event_seq, report_id, person_id, organization_id, created_at)
    values ('${city}', gen_random_uuid(), ${seq}, (select id from report where number = 1), ${person}, ${organization}, now())`
}
