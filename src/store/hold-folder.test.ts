import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdFolder } from './hold-folder.ts'

const program = resolve('src/store/hold-folder.ts')
const script = `import { holdFolder } from '${program}'; console.log(await holdFolder(process.argv[1]) ? 'held' : 'taken'); setInterval(() => {}, 1000)`

describe('holding a folder', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-city-held-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is for one at a time, until it is given back', async () => {
    const release = await holdFolder(folder)
    expect(await holdFolder(folder)).toBeNull()
    await release?.()
    const again = await holdFolder(folder)
    expect(again).not.toBeNull()
    await again?.()
  })

  it('ends with the process that held it, however it dies', async () => {
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, folder])
    expect(String(await once(other.stdout, 'data'))).toContain('held')
    expect(await holdFolder(folder)).toBeNull()
    other.kill('SIGKILL')
    await once(other, 'exit')
    const mine = await holdFolder(folder)
    expect(mine).not.toBeNull()
    await mine?.()
  })
})
