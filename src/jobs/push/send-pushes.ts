import type { City } from '#src/domain/city.ts'
import type { DeviceId } from '#src/domain/id.ts'
import { isQuiet, type Reached } from '#src/domain/pushing.ts'
import type { Answer, Push } from '#src/outside/push/push.ts'
import { removeGone } from '#src/store/devices.ts'
import { claim, type Outcome, settle, type Waiting } from '#src/store/pushes.ts'
import type { Jobs } from '#src/store/queue.ts'
import type { Parts } from '../parts.ts'
import { messageOf } from './message-of.ts'

type Sending = Pick<Parts, 'guides' | 'addresses' | 'log'> & {
  readonly push: Push
  readonly means: Pick<Parts['means'], 'store' | 'now'>
}

/** Taken at once, and sent at once: few enough that pages are answered in between. */
const some = { taken: 100, sent: 8 }

/** Longer than all that is taken at once may take. */
const claimed = { minutes: 5 }

/** After so long a message has nothing new to say, and its report tells the rest. */
const triedFor = { hours: 3 * 24 }

/**
 * Sends what is due to be shown on devices, in one city or in all; at night only to those who want it. What a push service
 * does not take now is tried again ever more rarely, or when it says, and nothing else is brought to that service until
 * then. Done twice, or by several processes at once, each message is sent once: it is claimed before, and settled after.
 *
 * A process that dies between a push service's acceptance and the record leaves its claim to run out, and the message
 * goes a second time, under the same tag and id: the device shows it in the place of the first, without a sound.
 */
export async function sendPushes(parts: Sending, { city }: Jobs['send_pushes']): Promise<void> {
  const cities = [...parts.guides.values()].map((guide) => guide.city).filter(({ id }) => !city || id === city)
  for (const one of cities) while ((await sendSome(parts, one)) === some.taken);
}

async function sendSome(parts: Sending, city: City): Promise<number> {
  const { store, now } = parts.means
  const at = now()
  const quiet = isQuiet(at, city.policy.quietHours, city.timeZone)
  const tx = store.of(city.id)
  const waiting = await claim(tx, { now: at, until: at.add(claimed), isQuiet: quiet, most: some.taken })
  const left = [...waiting]
  const round: Round = { gone: [], outcomes: [], paused: new Map(), counts: { sent: 0, later: 0, refused: 0 } }
  const sendLeft = async () => {
    for (let one = left.shift(); one; one = left.shift()) await sendOne(parts, city, one, at, round)
  }
  await Promise.all(Array.from({ length: some.sent }, sendLeft))

  await settle(tx, round.outcomes, now())
  await removeGone(store.whole, round.gone)
  if (waiting.length > 0) parts.log.info({ ...round.counts, gone: round.gone.length }, 'Told devices')
  return waiting.length
}

type Round = {
  readonly gone: DeviceId[]
  readonly outcomes: Outcome[]
  /** Until when each push service is left alone. */
  readonly paused: Map<string, Temporal.Instant>
  readonly counts: { sent: number; later: number; refused: number }
}

async function sendOne(parts: Sending, city: City, one: Waiting, at: Temporal.Instant, round: Round): Promise<void> {
  const { outcomes, paused, counts, gone } = round
  const isLate = Temporal.Instant.compare(one.since.add(triedFor), at) < 0
  if (!one.isTheirs || isLate) return void outcomes.push({ ...one, again: null })

  const service = serviceOf(one.reached)
  const pausedUntil = paused.get(service)
  if (pausedUntil) return void outcomes.push({ ...one, again: pausedUntil, tried: false })

  const answer = await parts.push.send(one.reached, messageOf(one, city, parts.addresses, at))
  if (answer.kind === 'gone') return void gone.push(one.device)
  if (answer.kind === 'later') {
    const again = at.add({ seconds: pauseAfter(answer, one.tries) })
    counts.later += 1
    if (answer.isService) paused.set(service, at.add({ seconds: pauseAfter(answer, 0) }))
    outcomes.push({ ...one, again, tried: true })
    parts.log.warn({ service, said: answer.said }, 'A push service took no message')
    return
  }
  counts[answer.kind === 'accepted' ? 'sent' : 'refused'] += 1
  outcomes.push({ ...one, again: null })
  if (answer.kind === 'refused') parts.log.warn({ service, said: answer.said }, 'A message was refused')
}

/** Its host: the address itself is a person's. */
function serviceOf({ way, address }: Reached): string {
  return way === 'web' ? new URL(address).host : way
}

const longestPause = 2 * 60 * 60

/** Seconds: as it asks, or twice as many each time; between ten and two hours. */
function pauseAfter({ after }: Extract<Answer, { kind: 'later' }>, tries: number): number {
  return Math.min(Math.max(after ?? 10 * 2 ** tries, 10), longestPause)
}
