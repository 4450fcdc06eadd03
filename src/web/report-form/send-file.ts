import type { Uploaded } from '../uploads/uploaded.ts'

/** What became of a file on its way. `lost` may be tried again; `refused` may not. */
export type Sent =
  | { readonly kind: 'taken'; readonly file: Uploaded }
  | { readonly kind: 'refused'; readonly words: string | null }
  | { readonly kind: 'lost'; readonly byServer: boolean; readonly words: string | null }

export type Sending = { readonly done: Promise<Sent>; readonly stop: () => void }

/** Milliseconds without an answer or a byte sent: a connection that hangs is lost. */
const silence = 60_000

/** Sends one file; `progress` hears the share that is out, from 0 to 1. Never rejects. */
export function sendFile(address: string, body: FormData, progress: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<Sent>((settle) => {
    let timer = setTimeout(() => request.abort(), silence)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), silence)
      progress(total > 0 ? loaded / total : 0)
    })
    request.addEventListener('loadend', () => {
      clearTimeout(timer)
      settle(sentFrom(request.status, request.responseText))
    })
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.send(body)
  })
  return { done, stop: () => request.abort() }
}

/** Status 0 is a connection that broke. */
export function sentFrom(status: number, text: string): Sent {
  const answer = parsed(text)
  if (status === 201 && answer) return { kind: 'taken', file: answer as Uploaded } // safe: `addUpload` answered
  const words = answer && 'words' in answer && typeof answer.words === 'string' ? answer.words : null
  if (status === 0 || status >= 500) return { kind: 'lost', byServer: status !== 0, words }
  return { kind: 'refused', words }
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    // A page of a proxy in between.
    return null
  }
}
