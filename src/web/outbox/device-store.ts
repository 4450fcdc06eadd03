import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptFile } from '../report-form/kept-files.ts'
import type { Entry } from './entry.ts'
import type { HandedOver } from './handed-over.ts'

type Schema = DBSchema & {
  files: { key: string; value: KeptFile }
  entries: { key: string; value: Entry }
  choices: { key: string; value: boolean }
  handed: { key: number; value: HandedOver }
}

export type DeviceStore = IDBPDatabase<Schema>

/** The database of the browser that holds what waits to be sent. */
export const nameOfStore = 'files-to-send'

let opened: Promise<DeviceStore> | undefined

/** Does something with what waits here to be sent. Null where the browser keeps nothing, or has no room. */
export async function onDevice<Value>(work: (store: DeviceStore) => Promise<Value>): Promise<Value | null> {
  try {
    opened ??= open()
    return await work(await opened)
  } catch {
    // Private windows and full devices: the page that is open sends by itself.
    return null
  }
}

function open(): Promise<DeviceStore> {
  const forget = () => {
    opened = undefined
  }
  const opening = openDB<Schema>(nameOfStore, 3, {
    upgrade: (store, before) => {
      if (before < 1) store.createObjectStore('files', { keyPath: 'id' })
      if (before < 2) {
        store.createObjectStore('entries', { keyPath: 'id' })
        store.createObjectStore('choices')
      }
      store.createObjectStore('handed', { autoIncrement: true })
    },
    // Another tab deletes them all, or is newer: what is open here would hold it up.
    blocking: (_version, _newer, event) => {
      forget()
      ;(event.target as IDBDatabase).close() // safe: `versionchange` is told to a database
    },
    terminated: forget,
  })
  opening.catch(forget)
  return opening
}
