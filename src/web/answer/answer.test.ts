import { beforeAll, expect, it } from 'vitest'

import { anApp, origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'

describeOnOne('a private link that works no more', (open) => {
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    app = anApp(means(await open()))
  })

  const decline = (accept: string) =>
    app.request(
      `/zhytomyr/answer/${'A'.repeat(43)}/decline`,
      sent({ key: aKey(), reason: 'not_ours', note: 'Це дріт інтернет-провайдера.' }, { origin, accept }),
    )

  it('gives back what was written for it', async () => {
    const answer = await decline('text/html')
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Це дріт інтернет-провайдера.')])
  })

  it('tells a device that keeps the form why it is not taken, so that it does not try for ever', async () => {
    const answer = await decline('application/json')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      problems: [{ field: '', words: expect.stringContaining('Строк посилання минув') }],
    })
  })
})
