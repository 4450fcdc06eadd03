import * as fakes from 'fake-indexeddb'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MediaId } from '#src/domain/id.ts'
import { keptFiles } from '../report-form/kept-files.ts'
import { type Entry, waiting } from './entry.ts'
import { isPaused } from './is-paused.ts'
import { chooseWifi, entries, putEntry } from './outbox.ts'
import { type Sender, sendAll } from './send-all.ts'

type Link = { readonly type?: string; readonly saveData?: boolean }

describe('a device whose person asked that files wait for Wi-Fi', () => {
  let posted: string[]

  beforeAll(() => {
    for (const [name, fake] of Object.entries(fakes)) if (name.startsWith('IDB')) vi.stubGlobal(name, fake)
    vi.stubGlobal('indexedDB', new fakes.IDBFactory())
    vi.stubGlobal('localStorage', undefined)
  })
  beforeEach(async () => {
    posted = []
    vi.stubGlobal('fetch', async (address: string) => {
      posted.push(address)
      return Response.json({ see: '/zhytomyr/reports/7?sent=1' })
    })
    await chooseWifi(true)
  })
  afterAll(() => vi.unstubAllGlobals())

  const on = (connection: Link | undefined) => vi.stubGlobal('navigator', { connection })

  it.each<[string, Link | undefined, boolean]>([
    ['waits on a mobile network', { type: 'cellular' }, true],
    ['waits where the browser saves data, whatever the network', { type: 'wifi', saveData: true }, true],
    ['waits where only that is told', { saveData: true }, true],
    ['does not wait on Wi-Fi', { type: 'wifi', saveData: false }, false],
    ['does not wait on a network of no known kind', { type: 'unknown' }, false],
    ['does not wait where the kind is not told', { saveData: false }, false],
    ['does not wait where nothing is told of networks', undefined, false],
  ])('%s', async (_, link, waits) => {
    on(link)
    expect(await isPaused()).toBe(waits)
  })

  it('waits on none once that is asked no more', async () => {
    on({ type: 'cellular', saveData: true })
    await chooseWifi(false)
    expect(await isPaused()).toBe(false)
  })

  it('keeps a form with files, and sends what has none', async () => {
    on({ type: 'cellular' })
    await putEntry(anEntry('with-photo', 1))
    await putEntry(anEntry('words', 2))
    await keptFiles.keep({
      id: 'photo',
      form: 'with-photo',
      at: 1,
      file: new File(['jpeg'], 'photo.jpg'),
      upload: null,
    })
    expect(await sendAll(sender)).toBe(false)
    expect(posted).toEqual(['/words'])
    expect(await standings()).toEqual(['waiting', 'sent'])
    expect(await keptFiles.of('with-photo')).toMatchObject([{ id: 'photo', upload: null }])

    on({ type: 'wifi' })
    expect(await sendAll(sender)).toBe(true)
    expect(posted).toEqual(['/words', '/uploads', '/with-photo'])
    expect(await standings()).toEqual(['sent', 'sent'])
    expect(await keptFiles.of('with-photo')).toEqual([])
  })

  it('keeps nothing of a file whose owner left while it was sent', async () => {
    on({ type: 'wifi' })
    await putEntry(anEntry('left', 3))
    await keptFiles.keep({ id: 'kept', form: 'left', at: 1, file: new File(['jpeg'], 'photo.jpg'), upload: null })
    const leaving: Sender = {
      ...sender,
      loadSender: async () => ({
        sendResumable: ({ began }) => ({
          done: keptFiles.dropAll('left').then(() => {
            began('/uploads/1')
            return { kind: 'taken', file }
          }),
        }),
      }),
    }
    await sendAll(leaving)
    expect(await keptFiles.of('left')).toEqual([])
  })

  const sender: Sender = {
    person: null,
    patient: false,
    loadSender: async () => ({
      sendResumable: ({ address }) => {
        posted.push(address)
        return { done: Promise.resolve({ kind: 'taken', file }) }
      },
    }),
  }

  async function standings(): Promise<readonly string[]> {
    return (await entries()).map(({ state }) => state.kind)
  }
})

const file = { id: '0198' as MediaId, kind: 'photo', thumbnail: '', gps: null } as const

function anEntry(id: string, writtenAt: number): Entry {
  const what = { label: 'Яма', place: '', fields: [['key', id]], state: waiting } as const
  const where = { action: `/${id}`, uploads: '/uploads', about: id } as const
  return { id, person: null, locale: 'uk', writtenAt, ...what, ...where, failed: 0, notBefore: 0 }
}
