import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAll, forgetOthers, holding } from './shelves.ts'

const origin = 'https://city.example'
const mine = '/me'
const report = '/zhytomyr/reports/7'

describe('pages of a person', () => {
  const shelves = new Map<string, Map<string, Response>>()
  let { keepPage } = {} as typeof import('./keep-pages.ts')

  beforeAll(async () => {
    vi.stubGlobal('openCity', { mine: { uk: mine }, leaving: [], files: [], mapFiles: [] })
    vi.stubGlobal('caches', {
      open: async (name: string) => shelfNamed(name),
      keys: async () => [...shelves.keys()],
      has: async (name: string) => shelves.has(name),
      delete: async (name: string) => shelves.delete(name),
    })
    ;({ keepPage } = await import('./keep-pages.ts'))
  })
  beforeEach(() => shelves.clear())
  afterAll(() => vi.unstubAllGlobals())

  it('are kept while they stay', async () => {
    answerWith(async (address) => drawn('ana', address))
    await keepPage(drawn('ana', mine, `<a data-own="1" href="${report}">`), new Date(), holding())
    expect([...(shelves.get('mine-ana')?.keys() ?? [])]).toEqual([mine, report])
  })

  it('are kept no more once they left while those were on their way: neither the page itself nor a report that it lists', async () => {
    const late = holding()
    let leave: () => Promise<void> = async () => undefined
    answerWith(async (address) => {
      await leave()
      return drawn('ana', address)
    })
    leave = forgetAll
    await keepPage(drawn('ana', mine, `<a data-own="1" href="${report}">`), new Date(), holding())
    expect(personal()).toEqual([])

    await keepPage(drawn('ana', mine), new Date(), late)
    expect(personal()).toEqual([])
  })

  it('nor are they when somebody else has come to the device', async () => {
    answerWith(async (address) => {
      await forgetOthers('bohdan')
      return drawn('ana', address)
    })
    await keepPage(drawn('ana', mine, `<a data-own="1" href="${report}">`), new Date(), holding())
    expect(personal()).toEqual([])
  })

  it('are kept as a list was narrowed, the last eight ways', async () => {
    answerWith(async (address) => drawn('ana', address))
    const ways = Array.from({ length: 9 }, (_, way) => `/zhytomyr/desk?page=${way}`)
    for (const way of ways) await keepPage(drawn('ana', way), new Date(), holding())
    const kept = [...(shelves.get('mine-ana')?.keys() ?? [])]
    expect(kept.filter((address) => address.startsWith('/zhytomyr/desk'))).toEqual(ways.slice(1))
  })

  it('are kept with the other lists of an officer’s day and the reports on those', async () => {
    const [desk, other, row] = ['/zhytomyr/desk?folder=new', '/zhytomyr/desk?folder=overdue', '/zhytomyr/desk/7']
    answerWith(async (address) => drawn('ana', address, address === other ? `<a data-own="1" href="${row}">` : ''))
    await keepPage(drawn('ana', desk, `<a data-along href="${other}">`), new Date(), holding())
    expect([...(shelves.get('mine-ana')?.keys() ?? [])]).toEqual([desk, mine, other, row])
  })

  function personal(): readonly string[] {
    return [...shelves.keys()].filter((name) => name.startsWith('mine-'))
  }

  function shelfNamed(name: string) {
    const shelf = shelves.get(name) ?? new Map<string, Response>()
    shelves.set(name, shelf)
    return {
      match: async (address: string) => shelf.get(address)?.clone(),
      put: async (address: string, page: Response) => void shelf.set(address, page),
      delete: async (address: string) => shelf.delete(address),
      keys: async (address?: string) => [...shelf.keys()].filter((one) => !address || pathOf(one) === pathOf(address)),
    }
  }
})

function pathOf(address: string): string {
  return new URL(address, origin).pathname
}

function answerWith(answer: (address: string) => Promise<Response>): void {
  vi.stubGlobal('fetch', answer)
}

function drawn(viewer: string, address: string, body = ''): Response {
  const marks = `lang="uk" data-viewer="${viewer}" data-keep="${address}"`
  const page = new Response(`<!doctype html><html ${marks}>${body}</html>`, {
    headers: { 'content-type': 'text/html' },
  })
  return Object.defineProperty(page, 'url', { value: origin + address })
}
