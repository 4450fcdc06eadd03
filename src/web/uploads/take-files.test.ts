import { beforeAll, expect, it } from 'vitest'

import type { DraftKey } from '#src/domain/id.ts'
import { say } from '#src/text/catalogue.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, origin } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aPhoto } from '#test/odd-images.ts'
import { aKey } from '#test/some-reports.ts'
import { formLimits } from '../form/read-form.ts'
import { paths } from '../routes.ts'
import { refusedFileWords } from './file-problem-words.ts'

const { id: city, policy } = aGuide().city

describeOnOne('files that come with a form', (open) => {
  let here: TestMeans
  beforeAll(async () => {
    here = means(await open())
  })

  const send = async (key: DraftKey, files: readonly File[]) => {
    const form = new FormData()
    form.append('key', key)
    for (const file of files) form.append('files', file)
    const answer = await anApp(here).request(paths('uk').submitReport(city), {
      method: 'POST',
      body: form,
      headers: { origin },
    })
    return answer.text()
  }
  const aGoodOne = async (index: number) =>
    new File(
      [
        new Uint8Array(
          await aPhoto(9, 9 + index)
            .png()
            .toBuffer(),
        ),
      ],
      `фото ${index}.png`,
    )
  const kept = (page: string) => page.split('data-media="').length - 1
  const atField = (page: string) => /id="files-problem">([^<]*)</.exec(page)?.[1]?.split('\n')

  it('are kept where they are good; those that are not are named beside the field, each with its reason', async () => {
    const page = await send(aKey(), [
      new File(['записник'], 'зошит.jpg'),
      await aGoodOne(1),
      new File([], 'порожній.heic'),
      new File(['x'], '<b>&.jpg'),
    ])
    expect(kept(page)).toBe(1)
    const why = say('uk')('files.problem.not_a_photo_or_video')
    expect(atField(page)).toEqual([
      `«зошит.jpg» не додано. ${why}`,
      `«порожній.heic» не додано. ${say('uk')('files.problem.file_empty')}`,
      `«&lt;b>&amp;.jpg» не додано. ${why}`,
    ])
  })

  it('are named when there are more than a report may have', async () => {
    const photos = await Promise.all(Array.from({ length: policy.mostMedia + 2 }, (_, index) => aGoodOne(index)))
    const page = await send(aKey(), photos)
    expect(kept(page)).toBe(policy.mostMedia)
    expect(atField(page)).toEqual([
      expect.stringContaining(`«фото ${policy.mostMedia}.png» не додано. Можна додати не більше`),
      expect.stringContaining(`«фото ${policy.mostMedia + 1}.png» не додано. Можна додати не більше`),
    ])
  })
})

it('a file’s name is said as far as a person needs it to know the file, and not at all where it has none', () => {
  const problem = { kind: 'file_too_large', mostBytes: formLimits.file } as const
  const named = (name: string) => refusedFileWords([{ name, problem }], say('en'))
  const why = 'The file is too large: 100 MB at most.'
  expect(named('walk.mov')).toBe(`“walk.mov” was not added. ${why}`)
  expect(named('я'.repeat(200))).toBe(`“${'я'.repeat(60)}…” was not added. ${why}`)
  expect(named('')).toBe(why)
})
