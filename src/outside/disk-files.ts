import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { bytesAskedFor, checkKey, checkKeyOfType, type Files, isFull, NoRoom, typeOfKey } from './files.ts'

/** No key begins with a dot, so what is still being written can neither be asked for nor listed. */
const incoming = '.incoming'
const dayInMs = 24 * 60 * 60 * 1000

/** Files as plain files under a folder, which is made when the first one comes. Several processes may share it. */
export function diskFiles(folder: string): Files {
  const root = resolve(folder)
  const temporary = join(root, incoming)
  const pathOf = (key: string) => join(root, ...key.split('/'))
  let isPrepared = false

  return {
    async put(key, body, type) {
      checkKeyOfType(key, type)
      const written = join(temporary, randomUUID())
      try {
        if (!isPrepared) await prepare(temporary)
        isPrepared = true
        // 'wx' and flush: what rename makes visible is on the disk before its name is.
        await pipeline(
          body instanceof Uint8Array ? [body] : body,
          createWriteStream(written, { flags: 'wx', flush: true }),
        )
        await moveInto(written, pathOf(key))
        await flushFolders(dirname(pathOf(key)), root)
      } catch (fault) {
        throw isFull(fault) ? new NoRoom('There is no room for another file', { cause: fault }) : fault
      } finally {
        await rm(written, { force: true })
      }
    },

    async get(key, range) {
      checkKey(key)
      const file = await absentIsNull(open(pathOf(key), 'r'))
      if (!file) return null
      const found = await file.stat()
      if (!found.isFile()) {
        await file.close()
        return null
      }
      const { size } = found
      const asked = bytesAskedFor(size, range)
      if (asked.end < asked.start) await file.close()
      const body = asked.end < asked.start ? Readable.from([]) : file.createReadStream({ ...asked, autoClose: true })
      return { body: Readable.toWeb(body) as ReadableStream<Uint8Array>, size, type: typeOfKey(key), ...asked }
    },

    async remove(keys) {
      for (const key of keys) checkKey(key)
      for (const key of keys) {
        await absentIsNull(unlink(pathOf(key)))
        await removeEmpty(dirname(pathOf(key)), root)
      }
    },

    async *list(prefix) {
      const from = prefix.slice(0, prefix.lastIndexOf('/') + 1)
      if (from) checkKey(from.slice(0, -1))
      for await (const key of keysIn(root, from, prefix)) {
        const found = await absentIsNull(stat(pathOf(key)))
        if (found) yield { key, modified: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) }
      }
    },
  }
}

/** What a process that died left half written goes away with the next one that writes, when surely nobody writes it any more. */
async function prepare(temporary: string): Promise<void> {
  await mkdir(temporary, { recursive: true })
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name)
    const found = await absentIsNull(stat(path))
    if (found && Date.now() - found.mtimeMs > dayInMs) await rm(path, { force: true })
  }
}

/** Tries again, since whoever removes the last file of a folder removes the folder too, perhaps just now. */
async function moveInto(from: string, to: string): Promise<void> {
  for (let triesLeft = 20; ; triesLeft--) {
    try {
      await mkdir(dirname(to), { recursive: true })
      return await rename(from, to)
    } catch (fault) {
      if (triesLeft === 0 || !isAbsence(fault)) throw fault
    }
  }
}

/** Names are kept by folders: each up to the root must reach the disk, as any of them may be new. */
async function flushFolders(from: string, root: string): Promise<void> {
  for (let folder = from; folder.length >= root.length; folder = dirname(folder)) {
    const opened = await absentIsNull(open(folder, 'r'))
    if (!opened) continue
    try {
      await opened.sync()
    } finally {
      await opened.close()
    }
  }
}

async function removeEmpty(from: string, root: string): Promise<void> {
  for (let folder = from; folder.length > root.length; folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch {
      return
    }
  }
}

async function* keysIn(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  const opened = await absentIsNull(opendir(join(root, folder)))
  if (!opened) return
  for await (const entry of opened) {
    const key = folder + entry.name
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && (`${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`)))
      yield* keysIn(root, `${key}/`, prefix)
    if (entry.isFile() && key.startsWith(prefix)) yield key
  }
}

async function absentIsNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (fault) {
    if (isAbsence(fault)) return null
    throw fault
  }
}

function isAbsence(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR')
}
