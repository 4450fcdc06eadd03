import { anUpload, aPiece } from '#test/an-upload.ts'

/** What a form came to in the end: it was taken, and leads on; or a person is told why not. */
export type Outcome =
  | { readonly kind: 'saved'; readonly location: string }
  | { readonly kind: 'refused'; readonly status: number; readonly html: string }

export type Fields = readonly (readonly [string, string | Blob])[]

/** Somebody at a browser of their own, who sends the same form again until there is an answer. */
export type Caller = {
  get(path: string): Promise<string>
  send(path: string, fields: Fields): Promise<Outcome>
  /** One file for the form of a key, in two pieces, as a script of the page sends it: a lost answer is asked for. */
  upload(path: string, key: string, file: Blob): Promise<unknown>
}

/** What callers count together. */
export type Tally = { tries: number; retries: number; readonly faults: string[] }

const pause = () => new Promise((done) => setTimeout(done, 150))

/** `network` is the address that the proxy in front would tell: limits are counted by it. */
export function aCaller(origin: string, network: string, tally: Tally): Caller {
  const cookies = new Map<string, string>()

  /** Until the server answers: one that was killed, or is starting, does not. */
  async function asked<Answer>(path: string, init: () => RequestInit, read: (answer: Response) => Promise<Answer>) {
    for (let tries = 0; ; tries++) {
      tally.tries += 1
      if (tries > 0) tally.retries += 1
      try {
        const { headers, ...rest } = init()
        const answer = await fetch(origin + path, {
          redirect: 'manual',
          ...rest,
          headers: {
            ...(headers as Record<string, string> | undefined),
            origin,
            'x-forwarded-for': network,
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          },
        })
        if (answer.status >= 500) {
          tally.faults.push(`${answer.status} ${path}`)
          await answer.text()
        } else {
          const result = await read(answer)
          for (const cookie of answer.headers.getSetCookie()) keep(cookie)
          return result
        }
      } catch (fault) {
        if (!(fault instanceof TypeError)) throw fault
      }
      await pause()
    }
  }

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0\b/i.test(cookie)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  const form = (fields: Fields) => () => {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    return { method: 'POST', body }
  }

  return {
    get: (path) =>
      asked(
        path,
        () => ({}),
        (answer) => answer.text(),
      ),
    send: (path, fields) =>
      asked(path, form(fields), async (answer): Promise<Outcome> => {
        const html = await answer.text()
        return answer.status === 303
          ? { kind: 'saved', location: answer.headers.get('location') ?? '' }
          : { kind: 'refused', status: answer.status, html }
      }),
    async upload(path, key, file) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const half = Math.floor(bytes.length / 2)
      const first = () => anUpload(bytes.subarray(0, half), { key, length: bytes.length })
      const address = await asked(path, first, async ({ headers }) => headers.get('location') ?? '')
      for (;;) {
        const head = () => ({ method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
        const at = await asked(address, head, async ({ headers }) => Number(headers.get('upload-offset')))
        if (at === bytes.length)
          return asked(
            address,
            () => ({}),
            (answer) => answer.json(),
          )
        const taken = await asked(
          address,
          () => aPiece(bytes.subarray(at), at),
          async (answer) => answer.status === 201,
        )
        if (!taken) tally.retries += 1
      }
    },
  }
}
