import { anUpload } from '#test/an-upload.ts'

/** One answer, as it came over the wire. */
export type Answer = {
  readonly asked: string
  readonly status: number
  readonly headers: Headers
  readonly location: string
  readonly type: string
  readonly bytes: Buffer
  readonly text: string
}

/** Somebody at a browser of their own, and all that it was ever shown. */
export type Person = {
  readonly answers: readonly Answer[]
  readonly cookies: ReadonlyMap<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(path: string, fields: Fields): Promise<Answer>
  /** Sends a file ahead of the form of this key. */
  upload(path: string, key: string, bytes: Uint8Array): Promise<Answer>
}

type Fields = Readonly<Record<string, string | Blob>>

/** A browser that nobody has used yet, before the house at this origin. */
export function aPersonAt(origin: string): Person {
  const answers: Answer[] = []
  const cookies = new Map<string, string>()

  async function asked(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie && { cookie }) }
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers })
    const bytes = isStream(answer) ? await untilToldAll(answer) : Buffer.from(await answer.arrayBuffer())
    for (const one of answer.headers.getSetCookie()) keep(one)
    const told: Answer = {
      asked: `${init.method ?? 'GET'} ${path}`,
      status: answer.status,
      headers: answer.headers,
      location: (answer.headers.get('location') ?? '').replace(origin, ''),
      type: answer.headers.get('content-type') ?? '',
      bytes,
      text: bytes.toString('utf8'),
    }
    answers.push(told)
    return told
  }

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0\b/i.test(cookie)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  return {
    answers,
    cookies,
    get: (path, headers = {}) => asked(path, { headers }),
    post(path, fields) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return asked(path, { method: 'POST', body, headers: { origin } })
    },
    upload: (path, key, bytes) => asked(path, anUpload(bytes, { key, headers: { origin } })),
  }
}

/** Comes in by the code that the house sends, under these names. */
export async function signIn(
  person: Person,
  email: string,
  names: { readonly first: string; readonly last: string },
  codeFor: (email: string) => Promise<string>,
): Promise<void> {
  await person.post('/sign-in', { email })
  await person.post('/sign-in/code', { code: await codeFor(email) })
  const about = { first_name: names.first, last_name: names.last, consent: 'yes' }
  const { status, text } = await person.post('/sign-in/about', about)
  if (status !== 303) throw new Error(`Nobody came in: ${status} ${text}`)
}

function isStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') ?? false
}

/** What a stream of news tells of the past: then comes a number alone, and the future. */
async function untilToldAll({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    if (/(?:^|\n\n)id: \d+\n\n$/.test(Buffer.concat(chunks).toString())) break
  }
  return Buffer.concat(chunks)
}
