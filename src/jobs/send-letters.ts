import type { CityId } from '#src/domain/id.ts'
import { findUnsent, markFailed, markSent, type NewsLetter } from '#src/store/letters.ts'
import { type Standing, standingsOf } from '#src/store/mail-addresses.ts'
import { type Jobs, oneByOne } from '#src/store/queue.ts'
import { deliver } from './deliver.ts'
import { newsLetter } from './letters/news-letter.ts'
import type { Parts } from './parts.ts'

/**
 * Sends letters to followers, and writes down of each that it was sent, or that nobody will read it. What they tell, and
 * how their addresses stand, is read in two statements however many they are. What one tells was settled when it was made:
 * tried again after a process died, it is the same letter under the same Message-ID (decision 0004).
 */
export async function sendLetters(
  parts: Parts,
  jobs: readonly Jobs['send_letter'][],
): Promise<readonly PromiseSettledResult<void>[]> {
  const { whole, of } = parts.means.store
  const letters = new Map<string, NewsLetter>()
  for (const [city, its] of Map.groupBy(jobs, (job) => job.city)) {
    const ids = its.map(({ letter }) => letter)
    for (const letter of await findUnsent(of(city), ids)) letters.set(letter.id, letter)
  }
  const emails = [...letters.values()].map(({ email }) => email)
  const standings = await standingsOf(whole, emails, parts.means.now())

  return oneByOne<Jobs['send_letter']>(async ({ city, letter: id }) => {
    const letter = letters.get(id)
    // The same one may be asked for twice.
    letters.delete(id)
    if (letter) await send(parts, city, letter, standings.get(letter.email))
  })(jobs)
}

async function send(parts: Parts, city: CityId, letter: NewsLetter, standing: Standing | undefined): Promise<void> {
  const { means, guides, addresses, log } = parts
  const { id, email: to, items } = letter
  const guide = guides.get(city)
  if (!guide) throw new Error(`No guide to ${city}`)
  const tx = means.store.of(city)
  if (items.length === 0) return markFailed(tx, id, means.now())

  const whole = { ...newsLetter(letter, guide, addresses), to, messageId: `<${id}@${addresses.host}>` }
  if ((await deliver(parts, whole, 'person', standing)) === 'accepted') return markSent(tx, id, means.now())
  await markFailed(tx, id, means.now())
  log.warn({ city, letter: id }, 'An address takes no letters')
}
