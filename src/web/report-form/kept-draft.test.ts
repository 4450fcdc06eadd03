import { describe, expect, it } from 'vitest'
import { draftOn, saysNoMore, typedIn } from './kept-draft.ts'

const aShelf = (content: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(content))
  return {
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
  }
}
const aDraft = { key: 'k', at: 5, fields: { description: 'Тече вода' } }

describe('a draft on the device', () => {
  it('is found again in its own city, and in no other', () => {
    const shelf = aShelf()
    expect(draftOn(shelf, 'north').keep(aDraft)).toBe(true)
    expect(draftOn(shelf, 'north').read()).toEqual(aDraft)
    expect(draftOn(shelf, 'south').read()).toBeNull()
  })

  it('is gone once dropped', () => {
    const shelf = aShelf()
    draftOn(shelf, 'north').keep(aDraft)
    draftOn(shelf, 'north').drop()
    expect(draftOn(shelf, 'north').read()).toBeNull()
  })

  it.each(['', '{', 'null', '7', '{"key":1}', '{"key":"k","at":1,"fields":{"description":7}}'])(
    'is none where something else lies in its place: %s',
    (content) => {
      expect(draftOn(aShelf({ 'draft:north': content }), 'north').read()).toBeNull()
    },
  )

  it('is done without where the browser gives no room', () => {
    const { localStorage } = aShelf()
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(draftOn({ localStorage: { ...localStorage, setItem } }, 'north').keep(aDraft)).toBe(false)
  })

  it('is done without where the browser forbids even to look', () => {
    const closed = {
      get localStorage(): never {
        throw new DOMException('closed', 'SecurityError')
      },
    }
    expect(draftOn(closed, 'north').read()).toBeNull()
    expect(draftOn(closed, 'north').keep(aDraft)).toBe(false)
  })
})

describe('what was typed', () => {
  it('is the text alone: no key, no files, nothing empty', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      key: 'k',
      media: 'm',
      listed: '1',
      address: '',
      category: 'lamp',
      'answer.lamp.how-many': 'one',
    }))
      form.append(name, value)
    form.append('files', new Blob(['x']))
    expect(typedIn(form.entries())).toEqual({ category: 'lamp', 'answer.lamp.how-many': 'one' })
  })

  it('is worth offering only where it says more than the page', () => {
    const shown = { description: 'Тече', name_shown: 'hidden' }
    expect(saysNoMore({}, shown)).toBe(true)
    expect(saysNoMore({ name_shown: 'first_name' }, shown)).toBe(true)
    expect(saysNoMore({ description: 'Тече' }, shown)).toBe(true)
    expect(saysNoMore({ description: 'Тече вода' }, shown)).toBe(false)
    expect(saysNoMore({ description: 'Тече', address: 'Шкільна' }, shown)).toBe(false)
  })
})
