import { setImmediate } from 'node:timers/promises'

/** A rendered page and the version of what it shows. */
type Kept<Page> = { readonly version: number; readonly page: Promise<Page> }

/**
 * Rendered pages, each good exactly as long as what it shows has not changed.
 *
 * The version is asked of the database at every look, so a change made by any process is seen at the very next one;
 * what is saved is the reading and the drawing. The version is read before the page is drawn: a change in between
 * makes a page that is newer than its version, which is drawn once more, never one that is older. Those who ask while
 * it is drawn wait for the one drawing; one that failed is tried again by the next who asks.
 */
export function keptPages<Page>(most: number) {
  const pages = new Map<string, Kept<Page>>()

  return (key: string, version: number, draw: () => Promise<Page>): Promise<Page> => {
    const kept = pages.get(key)
    if (kept?.version === version) return kept.page

    const drawn: Kept<Page> = { version, page: draw() }
    drawn.page.catch(() => {
      if (pages.get(key) === drawn) pages.delete(key)
    })
    pages.delete(key)
    pages.set(key, drawn)
    if (pages.size > most) pages.delete(pages.keys().next().value ?? key)
    return drawn.page
  }
}

/**
 * Joins questions that come at the same time into one: while an answer is under way, those who come wait for the
 * next, which begins after they asked. So many lookers cost one statement, and nobody gets an answer from before the question.
 */
export function together<Key, Value>(
  answer: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: { keys: Set<Key>; answered: Promise<ReadonlyMap<Key, Value>> } | null = null
  let underWay: Promise<unknown> = Promise.resolve()

  return async (key) => {
    if (!waiting) {
      const keys = new Set<Key>()
      // Requests that arrived together are read one after another: the question waits until all of them are.
      const answered = underWay.then(endOfTurn).then(() => {
        waiting = null
        return answer([...keys])
      })
      waiting = { keys, answered }
      underWay = answered.catch(() => undefined)
    }
    waiting.keys.add(key)
    return (await waiting.answered).get(key)
  }
}

const endOfTurn = () => setImmediate()
