import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdFolder } from './hold-folder.ts'

const program = resolve('src/store/hold-folder.ts')
const script = `import { holdFolder } from '${program}'; console.log('ready'); process.stdin.once('data', async () => console.log(await holdFolder(process.argv[1]) ? 'held' : 'taken'))`

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
    const other = await another()
    expect(await tries(other)).toBe('held')
    expect(await holdFolder(folder)).toBeNull()
    other.kill('SIGKILL')
    await once(other, 'exit')
    const mine = await holdFolder(folder)
    expect(mine).not.toBeNull()
    await mine?.()
  })

  it('is for one of many that come at the same moment, after one that died', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 3; round++) {
      const many = await Promise.all(Array.from({ length: 6 }, another))
      const all = await Promise.all(many.map(tries))
      expect(all.toSorted()).toEqual(['held', 'taken', 'taken', 'taken', 'taken', 'taken'])
      for (const one of many) one.kill('SIGKILL')
      await Promise.all(many.map((one) => once(one, 'exit')))
    }
  })

  async function another() {
    const process_ = spawn(process.execPath, ['--input-type=module', '-e', script, folder])
    await once(process_.stdout, 'data')
    return process_
  }
})

/** What a process says once it is told to try. */
async function tries(other: ChildProcessWithoutNullStreams): Promise<string> {
  const said = once(other.stdout, 'data')
  other.stdin.write('now')
  return String((await said)[0]).trim()
}
