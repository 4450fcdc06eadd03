import type { Kysely } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { type CodeToSend, identityOn } from '#src/outside/identity.ts'
import { anApp, origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'

describeOnOne('asking for a code', (open) => {
  let app: ReturnType<typeof anApp>
  let sendLetter: (code: CodeToSend) => Promise<void>
  beforeAll(async () => {
    const store = await open()
    const db = store.whole as unknown as Kysely<never>
    const identity = identityOn({ db, secret: 'x'.repeat(32), origin, sendLetter: (code) => sendLetter(code) })
    app = anApp(means(store), { identity })
  })

  it('sends six digits in the language of the page', async () => {
    const codes: CodeToSend[] = []
    sendLetter = async (code) => void codes.push(code)
    const answer = await app.request('/en/sign-in', sent({ email: 'Oksana@People.example' }))
    expect(answer.status).toBe(303)
    expect(codes).toEqual([
      {
        ...{ email: 'oksana@people.example', purpose: 'code', code: expect.stringMatching(/^\d{6}$/) },
        ...{ minutes: 10, locale: 'en' },
      },
    ])
  })

  it('says so when the letter cannot be sent, and keeps the address', async () => {
    sendLetter = async () => {
      throw new Error('The mail server did not take a letter')
    }
    const answer = await app.request('/en/sign-in', sent({ email: 'oksana@people.example' }))
    expect(answer.status).toBe(503)
    const page = await answer.text()
    expect(page).toContain('could not be sent')
    expect(page).toContain('value="oksana@people.example"')
  })
})
