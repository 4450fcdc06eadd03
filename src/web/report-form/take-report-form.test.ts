import { beforeAll, expect, it } from 'vitest'

import * as drafts from '#src/store/drafts.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, aPerson } from '#test/some-reports.ts'
import type { CountTry } from '../limits.ts'

describeOnOne('a form that is kept until its sender has signed in', (open) => {
  let here: TestMeans
  beforeAll(async () => {
    here = means(await open())
  })
  const kept = async (key: ReturnType<typeof aKey>) => drafts.find(here.store.of(aGuide().city.id), key)

  it('is one of so many an hour from one network; who is signed in is not counted by it', async () => {
    const countTry: CountTry = async (name) => (name === 'draft_from_network' ? 60 : null)
    const [usual, strict] = [anApp(here), anApp(here, { countTry })]
    const [first, second, third] = [aKey(), aKey(), aKey()]
    const send = (app: typeof usual, key: string, headers?: Record<string, string>) =>
      app.request('/zhytomyr/reports/new', sent({ key, description: 'Тече вода' }, headers))

    expect((await send(usual, first)).status).toBe(422)
    expect(await kept(first)).not.toBeNull()
    const refused = await send(strict, second)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await kept(second)).toBeNull()
    expect((await send(strict, third, as(await aPerson(here.store)))).status).toBe(422)
  })
})
