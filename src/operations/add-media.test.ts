import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDraft } from '#src/domain/examples.ts'
import type { DraftKey } from '#src/domain/id.ts'
import { waitingFor } from '#src/store/media.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, aSubmitted } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { addMedia } from './add-media.ts'

const city = aGuide().city.id
const most = 5

describeOnBoth('a file of a form', (open) => {
  let store: Store
  let means: TestMeans
  let folder: string
  beforeAll(async () => {
    store = await open({ connections: 50 })
    means = meansOn(store)
    folder = await mkdtemp(join(tmpdir(), 'open-city-files-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A photo like no other. */
  const aFile = async () => {
    const path = join(folder, crypto.randomUUID())
    const [red = 0, green = 0, blue = 0] = crypto.getRandomValues(new Uint8Array(3))
    const background = { r: red, g: green, b: blue }
    await writeFile(
      path,
      await sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    )
    return path
  }
  const add = (draft: DraftKey, path: string) => addMedia(means, city, draft, path, most)
  const stored = async () =>
    new Set((await Array.fromAsync(means.files.list('media/'))).map(({ key }) => key.split('/')[1]))
  const waiting = async (draft: DraftKey) =>
    (await waitingFor(store.of(city), draft)).map(({ id, key }) => ({ id, key }))

  it('that is sent again is the one that waits already, and nothing more is stored', async () => {
    const draft = aKey()
    const path = await aFile()
    const before = await stored()
    const first = await add(draft, path)
    const again = await add(draft, path)
    expect(again).toEqual(first)
    expect(await waiting(draft)).toHaveLength(1)
    expect((await stored()).size).toBe(before.size + 1)
  })

  it('that is sent fifty times at once waits once', async () => {
    const draft = aKey()
    const path = await aFile()
    const before = await stored()
    const answers = await together(store, 50, () => add(draft, path))
    const [one, ...others] = await waiting(draft)
    expect(others).toEqual([])
    expect(answers.map((answer) => answer.ok && answer.value.media.id)).toEqual(Array(50).fill(one?.id))
    expect((await stored()).difference(before)).toEqual(new Set([one?.key]))
  })

  it('is one of as many as a form may have, also when more come at once', async () => {
    const draft = aKey()
    const paths = await Promise.all(Array.from({ length: 12 }, aFile))
    const before = await stored()
    const answers = await together(store, paths.length, (index) => add(draft, paths[index] ?? ''))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(most)
    expect(answers.filter(({ ok }) => !ok)[0]).toEqual({ ok: false, problem: { kind: 'too_many_files', most } })
    const kept = await waiting(draft)
    expect((await stored()).difference(before)).toEqual(new Set(kept.map(({ key }) => key)))
  })

  it('that comes again after its report was sent does not wait once more', async () => {
    const { key } = aDraft()
    const path = await aFile()
    const added = await add(key, path)
    if (!added.ok) throw new Error(added.problem.kind)
    await aSubmitted(means, { key, media: [added.value.media.id] })
    expect(await add(key, path)).toMatchObject({ ok: true, value: { media: { id: added.value.media.id } } })
    expect(await waiting(key)).toEqual([])
  })

  it('belongs to one form: another form that has the same file has it for itself', async () => {
    const path = await aFile()
    const [one, other] = [await add(aKey(), path), await add(aKey(), path)]
    expect(one.ok && other.ok && one.value.media.id !== other.value.media.id).toBe(true)
  })
})
