import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { WorkerScope } from '../offline/worker-scope.ts'
import { takePushes } from './worker-push.ts'

const url = 'https://city.example/dzherelne/reports/1042'
const message = { tag: 'dzherelne/1042', id: 'a/1', title: '№ 1042: Вирішено', body: 'Джерельне.', lang: 'uk', url }

/** A subscription as a browser has one, trusting one byte. */
const at = (endpoint: string) => ({
  endpoint,
  options: { applicationServerKey: Uint8Array.of(255).buffer },
  toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
})

type Shown = { readonly title: string; readonly data: typeof message; readonly renotify: boolean }

describe('the service worker', () => {
  let shown: Map<string, Shown>
  let went: string[]
  let happens: (kind: string, event: object) => Promise<unknown>

  beforeEach(() => {
    ;[shown, went] = [new Map(), []]
    const heard = new Map<string, (event: unknown) => void>()
    const windows = [`${url}?done=confirm#mine`, 'https://city.example/dzherelne'].map((at) => ({
      url: at,
      focus: async () => went.push(`to ${at}`),
    }))
    takePushes({
      addEventListener: (kind: string, hear: (event: unknown) => void) => heard.set(kind, hear),
      registration: {
        getNotifications: async ({ tag }: { tag: string }) => [shown.get(tag)].filter(Boolean),
        showNotification: async (title: string, { tag, ...rest }: { tag: string } & Omit<Shown, 'title'>) =>
          shown.set(tag, { title, ...rest }),
        pushManager: { subscribe: async () => at('https://push.example/another') },
      },
      openCity: { addDevice: '/me/devices' },
      clients: { matchAll: async () => windows, openWindow: async (at: string) => went.push(`opened ${at}`) },
    } as unknown as WorkerScope) // safe: what it uses of a browser
    happens = (kind, event) => {
      let work: Promise<unknown> = Promise.resolve()
      heard.get(kind)?.({ ...event, waitUntil: (one: Promise<unknown>) => (work = one) })
      return work
    }
  })

  afterEach(() => vi.unstubAllGlobals())

  const comes = (one: object) => happens('push', { data: { json: () => one } })
  const isPressed = (of: string) => happens('notificationclick', { notification: { close() {}, data: { url: of } } })

  it('shows one message of a report, the newest, and makes a sound for each once', async () => {
    await comes(message)
    expect(shown.get(message.tag)).toMatchObject({ title: message.title, renotify: true })
    await comes(message)
    expect(shown.get(message.tag)?.renotify).toBe(false)
    await comes({ ...message, id: 'a/2', title: '№ 1042: Відкладено' })
    expect([...shown.values()].map(({ title, renotify }) => [title, renotify])).toEqual([['№ 1042: Відкладено', true]])
  })

  it('opens the report of a message that is pressed, where it is open already', async () => {
    await isPressed(url)
    await isPressed('https://city.example/dzherelne/reports/7')
    expect(went).toEqual([`to ${url}?done=confirm#mine`, 'opened https://city.example/dzherelne/reports/7'])
  })
  it('tells the server where this device is reached when the browser gives it another address', async () => {
    const told: string[] = []
    vi.stubGlobal('fetch', async (to: string, { body }: { body: string }) => {
      const { address, trusts } = JSON.parse(body)
      told.push(`${to} ${address} ${trusts}`)
      return new Response(null, { status: 204 })
    })
    const [old, given] = [at('https://push.example/old'), at('https://push.example/given')]
    await happens('pushsubscriptionchange', { oldSubscription: old, newSubscription: null })
    await happens('pushsubscriptionchange', { oldSubscription: null, newSubscription: given })
    await happens('pushsubscriptionchange', { oldSubscription: null, newSubscription: null })
    expect(told).toEqual(['/me/devices https://push.example/another _w', '/me/devices https://push.example/given _w'])
  })
})
