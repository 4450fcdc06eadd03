import type { MailboxLetter } from '#test/running-house.ts'

/** What came back; `status` 0 when the connection was closed without an answer. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

export type Fields = readonly (readonly [name: string, value: string | Blob])[]

/** Somebody at a browser of their own. Nothing is followed: what a form leads to is looked at by the row itself. */
export type Visitor = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** A form, as a browser sends it when it may hold files. */
  post(path: string, fields: Fields): Promise<Answer>
  /** Anything, with the cookies of this browser, from one of our pages. */
  send(path: string, init: RequestInit): Promise<Answer>
  /** The value of the `Cookie` header. */
  cookie(): string
}

export function aVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(path: string, { headers, ...init }: RequestInit): Promise<Answer> {
    const own = { origin, cookie: cookie(), ...(headers as Record<string, string> | undefined) }
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers: own })
    for (const set of answer.headers.getSetCookie()) keep(set)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  function keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    if (/; *max-age=0\b/i.test(set)) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields) => send(path, { method: 'POST', body: multipart(fields) }),
    send,
    cookie,
  }
}

/** Signs in by the code in the mailbox, and says who it is where that is asked. */
export async function signIn(visitor: Visitor, email: string, letters: () => Promise<readonly MailboxLetter[]>) {
  await visitor.post('/sign-in', [['email', email]])
  const letter = (await letters()).find(({ to }) => to === email)
  const entered = await visitor.post('/sign-in/code', [['code', /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '']])
  if (entered.headers.get('location') !== '/sign-in/about') return
  await visitor.post('/sign-in/about', [
    ['first_name', 'Олена'],
    ['last_name', 'Коваль'],
    ['consent', 'yes'],
  ])
}

export function multipart(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of fields) {
    if (value instanceof File) form.append(name, value, value.name)
    else form.append(name, value)
  }
  return form
}
