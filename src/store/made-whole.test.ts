import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { madeWhole } from './made-whole.ts'

describe('a folder that is made whole', () => {
  let parent: string
  let folder: string
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'open-city-whole-'))
    folder = join(parent, 'database')
  })
  afterEach(() => rm(parent, { recursive: true, force: true }))

  const make = async (...names: string[]) => {
    await mkdir(folder, { recursive: true })
    for (const name of names) await writeFile(join(folder, name), '')
  }

  it('is left as it is once it is there', async () => {
    await madeWhole(folder, () => make('first'))
    await madeWhole(folder, () => make('second'))
    expect(await readdir(folder)).toEqual(['first', 'second'])
    expect(await readdir(parent)).toEqual(['database'])
  })

  it('is made anew when whoever made it ended halfway', async () => {
    const died = madeWhole(folder, async () => {
      await make('half')
      throw new Error('Killed')
    })
    await expect(died).rejects.toThrow('Killed')
    await madeWhole(folder, async () => {
      expect(existsSync(folder)).toBe(false)
      await make('whole')
    })
    expect(await readdir(folder)).toEqual(['whole'])
    expect(await readdir(parent)).toEqual(['database'])
  })
})
