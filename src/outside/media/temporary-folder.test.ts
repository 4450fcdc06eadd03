import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { temporaryFolder } from './temporary-folder.ts'

it('a temporary folder goes with all that is in it, and takes along what killed processes forgot', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'temporary-folder-test-'))
  const before = new Date(Date.now() - 2 * 60 * 60 * 1000)
  for (const name of ['open-city-media-forgotten', 'open-city-media-in-use', 'another']) {
    await mkdir(join(parent, name))
    await writeFile(join(parent, name, 'file'), 'half')
    if (name !== 'open-city-media-in-use') await utimes(join(parent, name), before, before)
  }
  const folder = await temporaryFolder(parent)
  await writeFile(join(folder.path, 'video.mp4'), 'whole')
  await folder[Symbol.asyncDispose]()
  expect(existsSync(folder.path)).toBe(false)
  expect((await readdir(parent)).toSorted()).toEqual(['another', 'open-city-media-in-use'])
  await rm(parent, { recursive: true })
})
