import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
const units = ['open-city.service', 'open-city-work.service']

describe.skipIf(!hasSystemd)(`the systemd units${hasSystemd ? '' : ', skipped: there is no systemd-analyze'}`, () => {
  it.each(units)('%s is one that systemd accepts', (unit) => {
    const folder = mkdtempSync(join(tmpdir(), 'open-city-units-'))
    const path = join(folder, unit)
    // The program it names stands elsewhere on the machine that tests.
    const text = readFileSync(join('deploy', unit), 'utf8').replaceAll(
      /^ExecStart=\S+/gm,
      `ExecStart=${process.execPath}`,
    )
    writeFileSync(path, text)
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect({ status, said: stderr.split('\n').filter((line) => line.includes(unit)) }).toEqual({ status: 0, said: [] })
  })
})

describe('the systemd units', () => {
  it('start what the build makes, and differ in that alone', () => {
    const [web = '', work = ''] = units.map((unit) => readFileSync(join('deploy', unit), 'utf8'))
    const unlike = (one: string) => one.split('\n').filter((line) => !/^(?:Description|ExecStart|#)/.test(line))
    expect(unlike(work)).toEqual(unlike(web))
    expect(web).toContain('dist/server/serve.js')
    expect(work).toContain('dist/server/work.js')
  })
})
