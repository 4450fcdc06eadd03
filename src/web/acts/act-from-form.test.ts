import { expect, it } from 'vitest'
import type { ActKind } from '#src/domain/act.ts'
import { longest } from '#src/domain/words.ts'
import { aKey } from '#test/some-reports.ts'
import { actFromForm, typedIntoAct } from './act-from-form.ts'

const read = (kind: ActKind, fields: Record<string, string>) => {
  const all = Object.fromEntries(Object.entries({ key: aKey(), ...fields }).map(([name, value]) => [name, [value]]))
  return actFromForm(kind, all, { reportByNumber: async () => null, organizationFor: async () => null })
}

it('takes a description that is revised at the length of a new one', async () => {
  const description = '🕳'.repeat(longest.description)
  expect(await read('revise', { note: description })).toMatchObject({ ok: true, value: { act: { description } } })
  const longer = await read('revise', { note: `${description}а` })
  expect(longer).toEqual({ ok: false, problem: { kind: 'note_long', most: 5000 } })
})

it('takes the point out of a revision whose form has none any more, and the files that are ticked', async () => {
  const [file, act] = [aKey(), { kind: 'revise', description: 'Тече', address: 'Площа', media: [] }]
  const fields = { note: 'Тече', address: 'Площа' }
  const point = { lng: '28.6587', lat: '50.2547' }
  const revised = async (more: Record<string, string>) => {
    const sent = await read('revise', { ...fields, ...more })
    return sent.ok && sent.value.act
  }
  expect(await revised({})).toEqual(act)
  expect(await revised(point)).toEqual({ ...act, location: { lng: 28.6587, lat: 50.2547 } })
  expect(await revised({ lng: '', lat: '' })).toEqual({ ...act, location: null })
  expect(await revised({ [`without.${file}`]: 'yes', 'without.x': 'yes' })).toEqual({ ...act, without: [file] })
})

it('takes an address from who accepts, where the form has one', async () => {
  const accepted = async (more: Record<string, string>) => {
    const sent = await read('approve', { organization: 'roads', ...more })
    return sent.ok && sent.value.act
  }
  expect(await accepted({})).toEqual({ kind: 'approve', organization: 'roads' })
  const act = { kind: 'approve', organization: 'roads', address: 'Площа, 1' }
  expect(await accepted({ address: ' Площа,  1 ' })).toEqual(act)
  const longer = await read('approve', { organization: 'roads', address: 'я'.repeat(longest.address + 1) })
  expect(longer).toEqual({ ok: false, problem: { kind: 'address_long', most: 300 } })
})

it('says of an address that it is too long, rather than cut it', async () => {
  const address = 'я'.repeat(longest.address)
  expect((await read('revise', { address })).ok).toBe(true)
  const longer = await read('revise', { address: `${address}🕳` })
  expect(longer).toEqual({ ok: false, problem: { kind: 'address_long', most: 300 } })
})

it.each(['ask', 'note', 'start', 'resolve', 'answer'] as const)('holds the words of %s to one length', async (kind) => {
  expect((await read(kind, { note: '🕳'.repeat(longest.note) })).ok).toBe(true)
  const longer = await read(kind, { note: 'я'.repeat(longest.note + 1) })
  expect(longer).toEqual({ ok: false, problem: { kind: 'note_long', most: 3000 } })
})

it.each(['', '2026-02-30', '9999-99-99', '+275760-09-13', '2026-2-3', '٢٠٢٦-٠١-٠١', '2026-01-01T00:00', 'NaN'])(
  'takes %j for no date',
  async (until) => {
    const postponed = await read('postpone', { reason: 'season', note: 'Навесні', until })
    expect(postponed).toEqual({ ok: false, problem: { kind: 'date_malformed' } })
    const extended = await read('extend', { reason: 'needs_documents', note: 'Кошторис', until })
    expect(extended).toEqual(postponed)
  },
)

it('reads an extension as its reason, its words and its day', async () => {
  const fields = { reason: 'needs_documents', note: 'Готуємо кошторис', until: '2026-02-10' }
  const act = { kind: 'extend', ...fields, until: Temporal.PlainDate.from('2026-02-10') }
  expect(await read('extend', fields)).toMatchObject({ ok: true, value: { act } })
  expect(await read('extend', { ...fields, reason: 'season' })).toEqual({
    ok: false,
    problem: { kind: 'reason_not_chosen' },
  })
})

it('keeps of a form only what a person types into it', () => {
  const kept = typedIntoAct({
    note: ['а', 'б'.repeat(30_000)],
    'no\0te': ['x'],
    ['__proto__']: ['y'],
    seen: ['3'],
    until: [''],
  })
  expect(kept).toEqual({ note: ['б'.repeat(20_000)] })
})
