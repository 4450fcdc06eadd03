import { describe, expect, it } from 'vitest'
import type { ActKind } from './act.ts'
import { eventField } from './disclosure.ts'
import type { TopicKind } from './following.ts'
import type { OrganizationId } from './id.ts'
import { type Audience, everyone, type Happened, news, newsFor, toldOf } from './news.ts'

const [water, light] = ['water', 'light'] as OrganizationId[]
const moderators: Audience = { kind: 'desk', moderates: true, organizations: [] }
const officersOf = (organization = water): Audience => ({
  kind: 'desk',
  moderates: false,
  organizations: organization ? [organization] : [],
})

const happened = (changes: Partial<Happened> = {}): Happened => ({
  seq: 7,
  number: 42,
  act: 'resolve',
  from: 'in_progress',
  to: 'resolved',
  organizations: { before: water ?? null, after: water ?? null },
  now: { status: 'resolved', organization: water ?? null },
  ...changes,
})

describe('everyone', () => {
  it('is told of exactly those acts that the public timeline has', () => {
    const told = Object.entries(news).flatMap(([act, { live }]) => (live === 'told' ? [act] : []))
    const open = (Object.keys(eventField) as ActKind[]).filter((act) => eventField[act] === 'public_events')
    expect(told.toSorted()).toEqual(open.toSorted())
  })

  it('hears that a report appeared, changed, and is gone', () => {
    const accepted = { status: 'accepted', organization: water ?? null } as const
    expect(newsFor(everyone, happened({ act: 'approve', from: 'submitted', to: 'accepted', now: accepted }))).toEqual({
      kind: 'appeared',
      number: 42,
      status: 'accepted',
      act: 'approve',
    })
    expect(newsFor(everyone, happened())).toEqual({ kind: 'changed', number: 42, status: 'resolved', act: 'resolve' })
    const withdrawn = { status: 'withdrawn', organization: water ?? null } as const
    expect(newsFor(everyone, happened({ act: 'withdraw', from: 'accepted', to: 'withdrawn', now: withdrawn }))).toEqual(
      { kind: 'gone', number: 42 },
    )
  })

  it('hears nothing of what was never public, nor of notes among staff', () => {
    for (const [act, from, to] of [
      ['submitted', null, 'submitted'],
      ['reject', 'submitted', 'rejected'],
      ['revise', 'rejected', 'submitted'],
      ['withdraw', 'submitted', 'withdrawn'],
      ['hide_media', 'submitted', 'submitted'],
      ['note', 'accepted', 'accepted'],
    ] as const)
      expect(newsFor(everyone, happened({ act, from, to })), act).toBeNull()
  })

  it('hears that a page shows something else when a photo is hidden, and not that it was', () => {
    const hidden = happened({ act: 'hide_media', from: 'accepted', to: 'accepted' })
    expect(newsFor(everyone, hidden)).toEqual({ kind: 'changed', number: 42, status: 'accepted' })
  })

  it('hears of what is not public now no more than that it is gone, however late', () => {
    const past = happened({ now: { status: 'withdrawn', organization: water ?? null } })
    expect(newsFor(everyone, past)).toEqual({ kind: 'gone', number: 42 })
  })
})

describe('followers', () => {
  const heard = (topic: TopicKind) =>
    Object.entries(news).flatMap(([act, { followers }]) => (followers.some((one) => one === topic) ? [act] : []))

  it('of one report hear of what everyone may read of it, and of an addition once it is shown', () => {
    const open = (Object.keys(eventField) as ActKind[]).filter((act) => eventField[act] === 'public_events')
    const shown = [...open.filter((act) => act !== 'withdraw'), 'show_addition']
    expect(heard('report').toSorted()).toEqual(shown.toSorted())
    const shows = { kind: 'show_addition', addition: 4, files: [] } as const
    expect([toldOf({ seq: 7, act: shows }), toldOf({ seq: 7, act: { kind: 'confirm' } })]).toEqual([4, 7])
  })

  it('of many hear that one of them appeared, ended or began anew', () => {
    for (const topic of ['area', 'circle', 'category', 'group'] as const)
      expect(heard(topic)).toEqual(['approve', 'resolve', 'decline', 'reopen'])
  })
})

describe('a desk', () => {
  it('of moderators hears of everything', () => {
    const sent = happened({ act: 'submitted', from: null, to: 'submitted' })
    expect(newsFor(moderators, sent)).toEqual({ kind: 'appeared', number: 42, status: 'submitted', act: 'submitted' })
    expect(newsFor(moderators, happened({ act: 'note' }))).toMatchObject({ kind: 'changed', act: 'note' })
  })

  it('of officers hears of their own organization’s reports alone, and of notes among staff', () => {
    expect(newsFor(officersOf(light), happened())).toBeNull()
    expect(newsFor(officersOf(), happened())).toMatchObject({ kind: 'changed', status: 'resolved' })
    expect(newsFor(officersOf(), happened({ act: 'note' }))).toMatchObject({ kind: 'changed', act: 'note' })
    const waiting = { before: null, after: null }
    const sent = happened({ act: 'submitted', from: null, to: 'submitted', organizations: waiting })
    expect(newsFor(officersOf(), sent)).toBeNull()
  })

  it('hears that a report came to it, and of one that was passed on no more than that it is gone', () => {
    const organizations = { before: water ?? null, after: light ?? null }
    const now = { status: 'accepted', organization: light ?? null } as const
    const passedOn = happened({ act: 'assign', from: 'accepted', to: 'accepted', organizations, now })
    expect(newsFor(officersOf(), passedOn)).toEqual({ kind: 'gone', number: 42 })
    expect(newsFor(officersOf(light), passedOn)).toMatchObject({ kind: 'appeared', status: 'accepted' })
    expect(newsFor(officersOf(), happened({ now }))).toEqual({ kind: 'gone', number: 42 })
  })

  it('of an organization hears nothing of a rejection, though it was its own', () => {
    const rejected = happened({
      act: 'reject',
      from: 'submitted',
      to: 'rejected',
      now: { status: 'rejected', organization: water ?? null },
    })
    expect(newsFor(officersOf(), rejected)).toBeNull()
  })
})
