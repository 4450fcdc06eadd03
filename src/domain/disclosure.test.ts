import { describe, expect, it } from 'vitest'
import type { ActKind } from './act.ts'
import { internalActs } from './act.ts'
import {
  disclosure,
  eventField,
  type Field,
  mayRead,
  mayReadEvent,
  mayReadNote,
  type Reader,
  readerOf,
  shownName,
} from './disclosure.ts'
import { aCorrespondent, aModerator, anOfficer, aReport, aResident } from './examples.ts'
import type { OrganizationId } from './id.ts'
import { isPublic, type Status, statuses } from './report.ts'

const readers: Reader[] = ['public', 'author', 'responsible', 'other_staff', 'moderator']
const fields = Object.keys(disclosure) as Field[]

describe('what each reader sees', () => {
  it('is this of a public report', () => {
    expect(seen('accepted')).toMatchInlineSnapshot(`
      "
      unpublished_report ------ author responsible ----------- moderator
      category           public author responsible other_staff moderator
      description        public author responsible other_staff moderator
      answers            public author responsible other_staff moderator
      place              public author responsible other_staff moderator
      organization       public author responsible other_staff moderator
      answer_due         public author responsible other_staff moderator
      approved_media     public author responsible other_staff moderator
      hidden_media       ------ author responsible ----------- moderator
      author_shown_name  public author responsible other_staff moderator
      author_first_name  ------ author ----------- ----------- moderator
      author_surname     ------ author ----------- ----------- moderator
      author_email       ------ author ----------- ----------- moderator
      formal_appeal      ------ author responsible ----------- moderator
      appeal_particulars ------ author responsible ----------- ---------
      rejection_reason   ------ author ----------- ----------- moderator
      revisions          ------ author ----------- ----------- moderator
      internal_notes     ------ ------ responsible ----------- moderator
      internal_events    ------ ------ responsible ----------- moderator
      unpublished_additions ------ ------ responsible ----------- moderator
      opinion_notes      ------ ------ responsible ----------- moderator
      public_events      public author responsible other_staff moderator
      staff_names        ------ ------ responsible ----------- moderator
      "
    `)
  })

  it('is this of one that waits for a moderator', () => {
    expect(seen('submitted')).toMatchInlineSnapshot(`
      "
      unpublished_report ------ author responsible ----------- moderator
      category           ------ author responsible ----------- moderator
      description        ------ author responsible ----------- moderator
      answers            ------ author responsible ----------- moderator
      place              ------ author responsible ----------- moderator
      organization       ------ author responsible ----------- moderator
      answer_due         ------ author responsible ----------- moderator
      approved_media     ------ author responsible ----------- moderator
      hidden_media       ------ author responsible ----------- moderator
      author_shown_name  ------ author responsible ----------- moderator
      author_first_name  ------ author ----------- ----------- moderator
      author_surname     ------ author ----------- ----------- moderator
      author_email       ------ author ----------- ----------- moderator
      formal_appeal      ------ author responsible ----------- moderator
      appeal_particulars ------ author responsible ----------- ---------
      rejection_reason   ------ author ----------- ----------- moderator
      revisions          ------ author ----------- ----------- moderator
      internal_notes     ------ ------ responsible ----------- moderator
      internal_events    ------ ------ responsible ----------- moderator
      unpublished_additions ------ ------ responsible ----------- moderator
      opinion_notes      ------ ------ responsible ----------- moderator
      public_events      ------ author responsible ----------- moderator
      staff_names        ------ ------ responsible ----------- moderator
      "
    `)
  })

  it('is nothing to the public and to other organizations while the report is not public', () => {
    const hidden = statuses.filter((status) => !isPublic({ status }))
    expect(hidden).toEqual(['submitted', 'rejected', 'withdrawn'])
    for (const status of hidden) {
      for (const field of fields) {
        expect(mayRead('public', field, { status }) || mayRead('other_staff', field, { status }), field).toBe(false)
      }
    }
  })

  it('is the same for the public and for other organizations', () => {
    for (const status of statuses) {
      for (const field of fields) {
        expect(mayRead('other_staff', field, { status }), field).toBe(mayRead('public', field, { status }))
      }
    }
  })

  it('keeps from the public timeline exactly the internal acts, and what was added until it is shown', () => {
    const acts = Object.keys(eventField) as ActKind[]
    const kept = acts.filter((act) => !mayReadEvent('public', act, { status: 'accepted' }))
    expect(kept.toSorted()).toEqual(['add', ...internalActs].toSorted())
  })

  it('tells the author why a report was rejected, and never what staff wrote among themselves', () => {
    expect(mayReadEvent('author', 'reject', { status: 'rejected' })).toBe(true)
    expect(mayReadEvent('author', 'note', { status: 'accepted' })).toBe(false)
  })
})

describe('what is written with a step', () => {
  it('is for those who see the step, but for what staff tells staff in passing a report on and starting', () => {
    const acts = Object.keys(eventField) as ActKind[]
    const quiet = (reader: Reader) =>
      acts.filter((act) => {
        const at = { status: 'accepted' } as const
        return mayReadEvent(reader, act, at) && !mayReadNote(reader, act, at)
      })
    expect(readers.map(quiet)).toEqual([['assign', 'start'], ['assign', 'start'], [], ['assign', 'start'], []])
  })
})

describe('a reader', () => {
  it('is what somebody is to this one report', () => {
    const author = aResident()
    const report = aReport({ reporter: author.id })
    const elsewhere = 'lighting' as OrganizationId
    const read = [
      { kind: 'visitor' } as const,
      author,
      aResident(),
      aModerator(),
      { ...aResident(), kind: 'administrator' } as const,
      anOfficer(),
      aCorrespondent(),
      anOfficer(elsewhere),
      aCorrespondent(elsewhere),
      { kind: 'system' } as const,
    ].map((actor) => readerOf(actor, report))
    expect(read).toEqual([
      'public',
      'author',
      'public',
      'moderator',
      'moderator',
      'responsible',
      'responsible',
      'other_staff',
      'other_staff',
      'public',
    ])
  })

  it('is no author of a report whose author is gone, and not responsible for one that has no organization', () => {
    const report = aReport({ reporter: null, organization: null })
    expect([aResident(), anOfficer()].map((actor) => readerOf(actor, report))).toEqual(['public', 'other_staff'])
  })
})

describe('the name shown', () => {
  it('is the first name, or none', () => {
    expect(shownName({ firstName: ' Олена ' }, 'first_name')).toBe('Олена')
    expect(shownName({ firstName: 'Олена' }, 'hidden')).toBeNull()
    expect(shownName({ firstName: ' ' }, 'first_name')).toBeNull()
    expect(shownName(null, 'first_name')).toBeNull()
  })
})

function seen(status: Status): string {
  const line = (field: Field) =>
    readers.map((reader) => (mayRead(reader, field, { status }) ? reader : '-'.repeat(reader.length)))
  return `\n${fields.map((field) => [field.padEnd(18), ...line(field)].join(' ')).join('\n')}\n`
}
