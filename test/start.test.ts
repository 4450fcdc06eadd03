import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProgram } from './programs.ts'
import { freePort, type RunningHouse, runHouse } from './running-house.ts'

const ready = 'Open City is at'

describe('a server that cannot start says why in one sentence and ends with 1', () => {
  let house: RunningHouse
  let PORT: string
  beforeAll(async () => {
    house = await runHouse('PGlite')
    PORT = String(await freePort())
  })
  afterAll(() => house[Symbol.asyncDispose]())

  it('when another process has the folder of the embedded database open', async () => {
    const { DATA_DIR = '' } = house.env
    await expect(startProgram('serve', { ...house.env, PORT }, ready)).rejects.toThrow(
      `serve ended with 1:\n${DATA_DIR} is open in another process: stop that one, or set DATA_DIR to another folder.\n`,
    )
  })

  it('when the port is taken, before a database is made', async () => {
    const folder = join(house.env.TMPDIR ?? '', 'another')
    await expect(startProgram('serve', { ...house.env, DATA_DIR: folder }, ready)).rejects.toThrow(
      `serve ended with 1:\nPort ${house.env.PORT} is taken: stop what listens there, or set PORT to another number.\n`,
    )
    expect(existsSync(folder)).toBe(false)
  })

  it.each([
    ['mysql://localhost/city', /^DATABASE_URL must be an address like postgres:\/\/user:password@host\/database\.$/],
    ['postgres://127.0.0.1:1/city', /^DATABASE_URL leads to no database that answers: .*ECONNREFUSED.*\.$/],
    ['postgres://no-such-host.invalid/city', /^DATABASE_URL leads to no database that answers: .+\.$/],
  ])('when DATABASE_URL is %s', async (DATABASE_URL, sentence) => {
    const said = await startProgram('serve', { ...house.env, PORT, DATABASE_URL }, ready).then(
      () => 'it started',
      ({ message }: Error) => message,
    )
    const [first, ...lines] = said.trimEnd().split('\n')
    expect(first).toBe('serve ended with 1:')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
  })
})
