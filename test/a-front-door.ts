import type { Kysely } from 'kysely'

import { viewerOf } from '#src/bin/viewer-of.ts'
import { type CodeToSend, type Identity, identityOn } from '#src/outside/identity.ts'
import type { Parts } from '#src/web/app.ts'
import type { HandlerParts } from '#src/web/handlers.ts'
import { anApp, sent, origin as usual } from './an-app.ts'
import type { TestMeans } from './means.ts'

/** The doors for people, with real sessions behind them. */
export type FrontDoor = {
  readonly app: ReturnType<typeof anApp>
  readonly identity: Identity
  /** Every code that was sent, oldest first. */
  readonly codes: readonly CodeToSend[]
  /** Goes through the steps of signing in, as a browser would; the headers of whoever has done so. */
  signIn(email: string, names?: { readonly first: string; readonly last: string }): Promise<Record<string, string>>
}

/** Like {@link anApp}, but people come in by the codes that they are sent. */
export function aFrontDoor(means: TestMeans, parts: Partial<HandlerParts> = {}, whole: Partial<Parts> = {}): FrontDoor {
  const codes: CodeToSend[] = []
  const origin = parts.origin ?? usual
  const identity = identityOn({
    db: means.store.whole as unknown as Kysely<never>,
    secret: 'a secret of tests that is long enough',
    origin,
    sendLetter: async (code) => void codes.push(code),
  })
  const app = anApp(means, { identity, ...parts }, { origin, viewerOf: viewerOf(identity, means.store), ...whole })

  return {
    app,
    identity,
    codes,
    async signIn(email, { first, last } = { first: 'Оксана', last: 'Приватенко' }) {
      const asked = await app.request('/sign-in', sent({ email }, { origin }))
      const code = codes.findLast((one) => one.email === email)?.code ?? ''
      const entered = await app.request('/sign-in/code', sent({ code }, { origin, cookie: cookiesOf(asked) }))
      const headers = { origin, cookie: cookiesOf(entered) }
      const about = { first_name: first, last_name: last, consent: 'yes' }
      if (entered.headers.get('location') === '/sign-in/about')
        await app.request('/sign-in/about', sent(about, headers))
      return { origin, cookie: /(?:__Host-)?session=[^;]+/.exec(headers.cookie)?.[0] ?? '' }
    },
  }
}

/** What a browser sends back of an answer's cookies. */
export function cookiesOf(answer: Response): string {
  const kept = answer.headers.getSetCookie().filter((one) => !/; *max-age=0\b/i.test(one))
  return kept.map((one) => one.split(';')[0]).join('; ')
}
