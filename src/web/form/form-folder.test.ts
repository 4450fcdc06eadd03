import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { formFolder } from './form-folder.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'open-city-forms-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

it('clears away the photos that a killed process left in its own, and leaves everybody else’s', async () => {
  const ago = (minutes: number) => new Date(Temporal.Now.instant().subtract({ minutes }).epochMilliseconds)
  for (const [name, minutes] of [
    ['open-city-form-dead', 61],
    ['open-city-form-busy', 59],
    ['somebody-elses', 600],
  ] as const) {
    await mkdir(join(parent, name))
    await writeFile(join(parent, name, '0'), 'a photo')
    await utimes(join(parent, name), ago(minutes), ago(minutes))
  }
  const mine = basename(await formFolder(parent))
  expect(new Set(await readdir(parent))).toEqual(new Set(['open-city-form-busy', 'somebody-elses', mine]))
})
