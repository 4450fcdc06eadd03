import type { Uploaded } from './uploaded.ts'

/** What became of a file on its way. `lost` may be tried again; `refused` may not. */
export type Sent =
  | { readonly kind: 'taken'; readonly file: Uploaded }
  | { readonly kind: 'refused'; readonly problem: string | null; readonly words: string | null }
  | { readonly kind: 'lost'; readonly byServer: boolean; readonly words: string | null }

/** What an answer says of it. Status 0 is a connection that broke. */
export function sentFrom(status: number, text: string): Sent {
  const answer = parsed(text)
  if (status >= 200 && status < 300 && answer) return { kind: 'taken', file: answer as Uploaded } // safe: the server's
  const words = stringIn(answer, 'words')
  if (status === 0 || status >= 500 || goesOn.includes(status)) return { kind: 'lost', byServer: status !== 0, words }
  return { kind: 'refused', problem: stringIn(answer, 'problem'), words }
}

/** The upload is not there any more, or is not where it was thought to be: the next try asks first, or begins anew. */
const goesOn: readonly number[] = [404, 409, 410, 423, 460]

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    // A page of a proxy in between.
    return null
  }
}

function stringIn(answer: object | null, name: string): string | null {
  const value: unknown = answer && Reflect.get(answer, name)
  return typeof value === 'string' ? value : null
}
