import { keptFiles } from '../report-form/kept-files.ts'
import { alone, ifFree } from './alone.ts'
import { type Entry, isOnItsWay, waiting } from './entry.ts'
import { become, change, dropEntry, entries, findEntry } from './outbox.ts'
import { type LoadSender, sendEntry, type Tried } from './send-entry.ts'

export type Sender = {
  /** Who is signed in, as far as the sender knows: what waits for them to sign in goes on. */
  readonly person: string | null
  /** Waits while another tab sends, to go on when that is closed; else it is left to that. */
  readonly patient: boolean
  readonly loadSender: LoadSender
}

/** Milliseconds, at most, until what the server could not look at is sent again: twice as long each time. */
const longestWait = 15 * 60 * 1000

/** Milliseconds for which a sent entry is still shown. */
const shownFor = 24 * 60 * 60 * 1000

/**
 * Sends what waits on this device in the order in which it was written, one sender at a time whatever many tabs and
 * workers there are. A form that a page has in hand is that page's (`inHand`). True when nothing is left to be sent.
 */
export async function sendAll({ person, patient, loadSender }: Sender): Promise<boolean> {
  const isDone = await alone('outbox', patient, async () => {
    const held = new Set<string>()
    for (const { id } of await entries()) {
      const entry = await findEntry(id)
      if (!entry) continue
      const now = Date.now()
      if (entry.state.kind === 'sent') {
        if (now - entry.state.at > shownFor) await dropEntry(id)
        continue
      }
      const isNext = !held.has(entry.about)
      held.add(entry.about)
      if (!isNext || !isDue(entry, person, now)) continue
      const tried = await ifFree(id, () => sendOne(id, loadSender))
      if (tried?.kind === 'lost') return false
      if (tried?.kind === 'sent') held.delete(entry.about)
    }
    await keptFiles.tidy(Date.now())
    return !(await entries()).some(isOnItsWay)
  })
  return isDone ?? false
}

/** Nobody sends it for now; what has arrived of it has. */
function resting(entry: Entry): Entry {
  if (entry.state.kind === 'refused') return entry
  return { ...entry, state: entry.state.kind === 'waiting' ? { ...entry.state, at: 0 } : waiting }
}

function isDue({ state, person, notBefore, inHand }: Entry, signedIn: string | null, now: number): boolean {
  if (state.kind === 'refused' && inHand) return notBefore <= now
  if (state.kind === 'sign_in') return signedIn !== null && (person === null || person === signedIn)
  return state.kind === 'waiting' && notBefore <= now
}

async function sendOne(id: string, loadSender: LoadSender): Promise<Tried | null> {
  const entry = await findEntry(id)
  if (!entry) return null
  const tried = await sendEntry(entry, loadSender)
  if (tried.kind === 'sent') await keptFiles.dropAll(id)
  if (tried.kind === 'later') {
    const wait = Math.max(tried.seconds * 1000, Math.min(longestWait, 1000 * 2 ** entry.failed))
    await change(id, (now) => ({ ...now, failed: now.failed + 1, notBefore: Date.now() + wait }))
  }
  if (tried.kind === 'later' || tried.kind === 'lost' || tried.kind === 'paused') await change(id, resting)
  else await become(id, tried)
  return tried
}
