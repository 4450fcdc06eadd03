import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'

import { type Answer, answerOf, lifetime, type Message, patience, unreached } from './push.ts'
import { signedToken } from './signed-token.ts'

/** The JSON key of a service account, as Google gives it. */
export const serviceAccount = z.object({
  project_id: z.string(),
  client_email: z.string(),
  private_key: z.string(),
  token_uri: z.url(),
})

const scope = 'https://www.googleapis.com/auth/firebase.messaging'
const hour = 60 * 60

const granted = z.object({ access_token: z.string(), expires_in: z.number() })
const complaint = z.object({
  error: z.object({ details: z.array(z.object({ errorCode: z.string().optional() })).optional() }),
})

/** Messages to Android apps by Firebase Cloud Messaging, HTTP v1. */
export function fcmPush(account: z.infer<typeof serviceAccount>, service = 'https://fcm.googleapis.com') {
  const key = createPrivateKey(account.private_key)
  let access: { readonly token: Promise<string>; readonly until: number } | null = null

  /** OAuth 2.0 for server to server: a signed claim for a token of an hour (RFC 7523). */
  const grant = async (now: number): Promise<z.infer<typeof granted>> => {
    const { client_email: iss, token_uri: aud } = account
    const assertion = signedToken(key, { iss, scope, aud, iat: now, exp: now + hour }, { typ: 'JWT' })
    const answer = await fetch(aud, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) throw Object.assign(new Error(), { code: `token ${answer.status}` })
    return granted.parse(await answer.json())
  }
  const accessToken = (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    if (access && access.until > now) return access.token
    const asked = grant(now)
    const mine = { token: asked.then((one) => one.access_token), until: now + hour }
    access = mine
    asked.then(
      ({ expires_in }) => {
        if (access === mine) access = { ...mine, until: now + expires_in - 60 }
      },
      () => {
        if (access === mine) access = null
      },
    )
    return mine.token
  }

  return async (token: string, message: Message): Promise<Answer> => {
    try {
      const answer = await fetch(`${service}/v1/projects/${account.project_id}/messages:send`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await accessToken()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ message: messageFor(token, message) }),
        signal: AbortSignal.timeout(patience),
      })
      const code = answer.ok ? null : codeIn(await answer.json().catch(() => null))
      if (answer.ok) await answer.body?.cancel()
      if (answer.status === 401) access = null
      // The token is another sender's: it will never be ours.
      if (code === 'UNREGISTERED' || code === 'SENDER_ID_MISMATCH') return { kind: 'gone' }
      const said = answerOf(answer.status, answer.headers.get('retry-after'), code ?? String(answer.status))
      // Else 404 means that the project is none.
      return said.kind === 'gone' ? { kind: 'later', said: '404', after: null, isService: true } : said
    } catch (fault) {
      return unreached(fault)
    }
  }
}

/** The tag alone replaces what is older: of collapse keys, which would do it before a phone wakes up, a device has four. */
function messageFor(token: string, { title, body, tag, id, url, lang }: Message) {
  return {
    token,
    notification: { title, body },
    data: { tag, id, url, lang },
    android: { ttl: `${lifetime}s`, notification: { tag } },
  }
}

function codeIn(answer: unknown): string | null {
  const parsed = complaint.safeParse(answer)
  return parsed.data?.error.details?.find(({ errorCode }) => errorCode)?.errorCode ?? null
}
