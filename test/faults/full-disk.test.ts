import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { Client } from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload } from '../an-upload.ts'
import { type RunningHouse, runHouse } from '../running-house.ts'
import { serverUrl } from '../server.ts'

/** A disk of its own for files, and one for what is on its way, each so small that a photo soon fills it. */
const tinyDisks = [
  ...['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'],
  'mkdir -p "$DATA_DIR/files" && mount -t tmpfs -o size=512k none "$DATA_DIR/files" && mount -t tmpfs -o size=2m none "$TMPDIR" && exec "$@"',
  'sh',
]
const canMount = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'])
const without = canMount.status === 0 ? '' : ', skipped: this user may not mount a disk'

describe.skipIf(!serverUrl || without)(`a disk that is full${without}`, () => {
  let house: RunningHouse
  beforeAll(async () => {
    house = await runHouse('PostgreSQL', {}, tinyDisks)
  })
  afterAll(() => house[Symbol.asyncDispose]())

  const city = '/zhytomyr'
  const upload = async (photo: Blob) => {
    const headers = { origin: house.origin, accept: 'application/json' }
    const upload = anUpload(new Uint8Array(await photo.arrayBuffer()), { headers })
    const answer = await fetch(`${house.origin}${city}/uploads`, upload)
    return { status: answer.status, said: (await answer.json()) as { problem?: string; words?: string } }
  }
  /** What lies on the small disk: only the server has it mounted. */
  const stored = async () => {
    const files = await readdir(`/proc/${house.pid()}/root${house.env.DATA_DIR}/files`, { recursive: true })
    return files.filter((name) => name.endsWith('.webp') || /^\.incoming\/./.test(name)).toSorted()
  }
  const waiting = async () => {
    const client = new Client({ connectionString: house.env.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query<{ key: string }>('select key from media')
    await client.end()
    return rows.flatMap(({ key }) => [2048, 320, 960].map((side) => `media/${key}/${side}.webp`)).toSorted()
  }

  it('is told to who sends a photo, of which nothing is left; a smaller one still finds its place', async () => {
    expect(await upload(await noise(100))).toMatchObject({ status: 201 })
    const before = await stored()
    expect(before).toHaveLength(3)

    const refused = await upload(await noise(1200))
    expect(refused.status).toBe(507)
    expect(refused.said.problem).toBe('no_room')
    expect(refused.said.words).toContain('На сервері зараз немає місця для файлів')
    expect(await stored()).toEqual(before)

    expect(await upload(await noise(90))).toMatchObject({ status: 201 })
    expect(await stored()).toEqual(await waiting())
  })

  it('gives back a form with all that was written, and says which part did not fit', async () => {
    const body = new FormData()
    for (const [name, value] of [
      ['key', crypto.randomUUID()],
      ['description', 'Тече вода з-під <люка>'],
      ['address', 'майдан Згоди, 3'],
    ] as const)
      body.append(name, value)
    body.append('files', await noise(1200))
    const answer = await fetch(`${house.origin}${city}/reports/new`, {
      method: 'POST',
      body,
      headers: { origin: house.origin },
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('На сервері зараз немає місця для файлів')
    expect(html).toContain('Тече вода з-під &lt;люка>')
    expect(html).toContain('value="майдан Згоди, 3"')
    expect(await stored()).toEqual(await waiting())
  })

  it('is told also when what is sent does not even fit on its way, and the next form is taken', async () => {
    const refused = await upload(await noise(3000))
    expect(refused).toMatchObject({ status: 507, said: { problem: 'no_room' } })
    expect(await upload(await noise(80))).toMatchObject({ status: 201 })
    expect(house.log()).not.toContain('"error"')
  })
})

/** Which no encoding makes smaller. */
async function noise(side: number): Promise<Blob> {
  const grain = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const image = sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise: grain } })
  return new Blob([new Uint8Array(await image.jpeg({ quality: 90 }).toBuffer())], { type: 'image/jpeg' })
}
