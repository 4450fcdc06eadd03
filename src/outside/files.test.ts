import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aBucket } from '#test/a-bucket.ts'
import { diskFiles } from './disk-files.ts'
import type { Files, Stored } from './files.ts'
import { s3Files } from './s3-files.ts'

const bytes = (words: string) => new TextEncoder().encode(words)
const webp = 'image/webp'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const onDisk = async () => ({ files: diskFiles(join(folder, 'disk')), close: async () => {} })

describe.each([
  ['on a disk', onDisk],
  ['in a bucket', aBucket],
])('files %s', (_, opened) => {
  let files: Files
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ files, close } = await opened())
  })
  afterAll(() => close())

  it('are given back as they were put, with their type', async () => {
    await files.put('media/a/large.webp', bytes('як було'), webp)
    const stored = await get(files, 'media/a/large.webp')
    expect(await text(stored.body)).toBe('як було')
    expect(stored).toMatchObject({ size: 13, type: webp, start: 0, end: 12 })
  })

  it('are null when there is none, also where a folder is', async () => {
    await files.put('media/b/large.webp', bytes('x'), webp)
    expect(await files.get('media/none.webp')).toBeNull()
    expect(await files.get('media/b')).toBeNull()
    expect(await files.get('media/b/large.webp/more')).toBeNull()
  })

  it.each([
    [{ start: 2, end: 4 }, 'cde', 2, 4],
    [{ start: 0, end: 1 }, 'ab', 0, 1],
    [{ start: 7 }, 'hij', 7, 9],
    [{ start: 0, end: 99 }, 'abcdefghij', 0, 9],
    [{ start: 8, end: 99 }, 'ij', 8, 9],
    [{ start: 10 }, '', 10, 9],
    [{ start: 50, end: 60 }, '', 10, 9],
  ])('are given in part: %o', async (range, part, start, end) => {
    await files.put('parts.webp', bytes('abcdefghij'), webp)
    const stored = await get(files, 'parts.webp', range)
    expect(await text(stored.body)).toBe(part)
    expect(stored).toMatchObject({ size: 10, start, end })
  })

  it('may be empty', async () => {
    await files.put('empty.webp', bytes(''), webp)
    const stored = await get(files, 'empty.webp')
    expect(await text(stored.body)).toBe('')
    expect(stored).toMatchObject({ size: 0, start: 0, end: -1 })
  })

  it('are replaced by a later one', async () => {
    await files.put('again.webp', bytes('the first, longer'), webp)
    await files.put('again.webp', bytes('second'), webp)
    expect(await text((await get(files, 'again.webp')).body)).toBe('second')
  })

  it('may be called in any script', async () => {
    const key = 'архів/звернення-1/фото_ґ.webp'
    await files.put(key, bytes('так'), webp)
    expect(await text((await get(files, key)).body)).toBe('так')
    expect((await keysOf(files, 'архів/')).map(String)).toEqual([key])
    await files.remove([key])
    expect(await files.get(key)).toBeNull()
  })

  it('are removed, and removing what is gone is fine', async () => {
    await files.put('gone/a.webp', bytes('a'), webp)
    await files.put('gone/b.webp', bytes('b'), webp)
    await files.remove(['gone/a.webp', 'gone/never.webp'])
    await files.remove(['gone/a.webp'])
    await files.remove([])
    expect(await keysOf(files, 'gone/')).toEqual(['gone/b.webp'])
  })

  it('are listed by the beginning of their key, with when they were put', async () => {
    const before = Temporal.Now.instant().subtract({ seconds: 2 })
    for (const key of ['list/ab/1.webp', 'list/ab/2.webp', 'list/ac/1.webp', 'other/1.webp']) {
      await files.put(key, bytes(key), webp)
    }
    expect(await keysOf(files, 'list/')).toEqual(['list/ab/1.webp', 'list/ab/2.webp', 'list/ac/1.webp'])
    expect(await keysOf(files, 'list/ab')).toEqual(['list/ab/1.webp', 'list/ab/2.webp'])
    expect(await keysOf(files, 'li')).toHaveLength(3)
    expect(await keysOf(files, 'none/')).toEqual([])
    for await (const { modified } of files.list('list/')) {
      expect(Temporal.Instant.compare(modified, before)).toBe(1)
    }
  })

  it('take a large body as it comes, holding little of it, and give it as it is read', {
    timeout: 60_000,
  }, async () => {
    const megabyte = new Uint8Array(1024 * 1024).map((_, n) => n % 251)
    let ahead = 0
    let most = 0
    const before = process.memoryUsage.rss()
    const body = streamOf(Array.from({ length: 30 }, () => megabyte))
    await files.put('large.mp4', body, 'video/mp4')
    const stored = await get(files, 'large.mp4')
    expect(stored.size).toBe(30 * megabyte.length)
    for await (const chunk of stored.body) {
      ahead += chunk.length
      most = Math.max(most, process.memoryUsage.rss() - before)
    }
    expect(ahead).toBe(30 * megabyte.length)
    // A test's own rubbish is in it too; all thirty, read and written, held twice over would be far more.
    expect(most).toBeLessThan(150 * 1024 * 1024)
    const tail = await get(files, 'large.mp4', { start: 30 * megabyte.length - 3 })
    expect([...(await buffer(tail.body))]).toEqual([...megabyte.slice(-3)])
  })

  it.each([1, 12])(
    'leave nothing when the body breaks off after %i MB, and the earlier file stays',
    async (megabytes) => {
      await files.put('broken.mp4', bytes('earlier'), 'video/mp4')
      const body = streamOf(
        Array.from({ length: megabytes }, () => new Uint8Array(1024 * 1024)),
        new Error('cut off'),
      )
      await expect(files.put('broken.mp4', body, 'video/mp4')).rejects.toThrow('cut off')
      expect(await text((await get(files, 'broken.mp4')).body)).toBe('earlier')
      const alone = streamOf([new Uint8Array(1024)], new Error('cut off'))
      await expect(files.put('broken/alone.mp4', alone, 'video/mp4')).rejects.toThrow('cut off')
      expect(await keysOf(files, 'broken')).toEqual(['broken.mp4'])
    },
  )

  const notKeys = [
    '',
    '/',
    '/etc/passwd',
    '..',
    '../x.webp',
    'media/../../x.webp',
    'media//x.webp',
    'media/./x.webp',
    '.incoming/x.webp',
    'media/.x.webp',
    'media\\x.webp',
    'a b.webp',
    'x\0.webp',
    'x\n.webp',
    '\u202ex.webp',
    'x?.webp',
    'x%2e.webp',
    `${'long'.repeat(60)}.webp`,
    `${'deep/'.repeat(250)}x.webp`,
  ]
  it.each(notKeys.map((key) => ({ key, name: JSON.stringify(key.slice(0, 25)) })))(
    'have no such key as $name',
    async ({ key }) => {
      await expect(files.put(key, bytes('x'), webp)).rejects.toThrow('Not a key')
      await expect(files.get(key)).rejects.toThrow('Not a key')
      await expect(files.remove([key])).rejects.toThrow('Not a key')
    },
  )

  it('are not put under an ending that tells another type', async () => {
    await expect(files.put('x.webp', bytes('x'), 'text/html')).rejects.toThrow('cannot be called')
    await expect(files.put('x.html', bytes('x'), 'text/html')).rejects.toThrow('cannot be called')
    await files.put('x.bin', bytes('x'), 'application/octet-stream')
    expect((await get(files, 'x.bin')).type).toBe('application/octet-stream')
  })
})

describe('files on a disk', () => {
  // A bucket promises it by itself; the one of these tests does not keep it.
  it('are whole when many write one key at once: one of them, never a mixture', async () => {
    const store = diskFiles(join(folder, 'crowded'))
    const written = Array.from({ length: 12 }, (_, n) => String.fromCharCode(97 + n).repeat(50_000 + n))
    await Promise.all(written.map((words) => store.put('same/key.webp', streamOf([bytes(words)]), webp)))
    const stored = await get(store, 'same/key.webp')
    const kept = await text(stored.body)
    expect(written).toContain(kept)
    expect(stored.size).toBe(kept.length)
  })

  it('survive that the folder of one is removed while another comes into it', async () => {
    const files = diskFiles(join(folder, 'racing'))
    for (let round = 0; round < 30; round++) {
      await files.put('m/k/a.webp', bytes('a'), webp)
      await Promise.all([files.remove(['m/k/a.webp']), files.put('m/k/b.webp', bytes('b'), webp)])
      expect(await keysOf(files, 'm/')).toEqual(['m/k/b.webp'])
      await files.remove(['m/k/b.webp'])
    }
    expect(await readdir(join(folder, 'racing'))).toEqual(['.incoming'])
  })

  it('forget what a process that died left half written a day ago, not what is being written', async () => {
    const incoming = join(folder, 'died', '.incoming')
    await mkdir(incoming, { recursive: true })
    for (const name of ['old', 'new']) await writeFile(join(incoming, name), 'half')
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await utimes(join(incoming, 'old'), before, before)
    const files = diskFiles(join(folder, 'died'))
    await files.put('a.webp', bytes('a'), webp)
    expect(await readdir(incoming)).toEqual(['new'])
    expect(await keysOf(files, '')).toEqual(['a.webp'])
  })
})

describe('the address of a bucket', () => {
  it.each([
    '',
    'nonsense',
    'ftp://a:b@host/bucket',
    'https://host/bucket',
    'https://a:tops3cret@host/',
    'https://a:tops3cret@host/b/c',
  ])('is refused when it is %j, and never repeated', (url) => {
    expect(() => s3Files(url)).toThrow('The address of the bucket is not like')
    expect(String(thrownBy(() => s3Files(url)))).not.toContain('tops3cret')
  })
})

async function get(files: Files, key: string, range?: { start: number; end?: number }): Promise<Stored> {
  const stored = await files.get(key, range)
  if (!stored) throw new Error(`${key} is missing`)
  return stored
}

async function keysOf(files: Files, prefix: string): Promise<string[]> {
  return (await Array.fromAsync(files.list(prefix))).map(({ key }) => key).toSorted()
}

function streamOf(chunks: readonly Uint8Array[], fault?: Error): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[next++]
      if (chunk) return controller.enqueue(chunk)
      if (fault) controller.error(fault)
      else controller.close()
    },
  })
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (fault) {
    return fault
  }
}
