import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aDraft, aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { DraftKey, PersonId } from '#src/domain/id.ts'
import { someAddresses } from '#src/jobs/examples.ts'
import { remind } from '#src/jobs/remind.ts'
import { sendReminder } from '#src/jobs/send-reminder.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import type { Mail } from '#src/outside/mail.ts'
import { openStore } from '#src/store/open-store.ts'
import { ensure } from '#src/store/people.ts'
import type { Jobs } from '#src/store/queue.ts'
import type { Store } from '#src/store/store.ts'
import { aSource, pothole, roadWorks, waterLeak } from '../../a-guide.ts'
import { means as testMeans } from '../../means.ts'
import { dateOf } from './calendar.ts'
import { guideOfYear } from './guide-of-year.ts'
import { momentOf, type PlannedAct, plannedYear, type Shape, type Step } from './plan.ts'

/**
 * Lives through a year from one of its steps on, by a clock that the steps drive: what residents and staff do goes
 * through the product's own operations, what the worker does through its own jobs. It tells each step that it has done.
 * Whoever starts it may kill it at any moment, and start it again at the step that was not done.
 */
type Order = {
  readonly place: { readonly url: string } | { readonly folder: string }
  readonly shape: Shape
  readonly from: number
  /** Where letters go: a line each. */
  readonly letters: string
}

const order = JSON.parse(process.argv[2] ?? '') as Order
const guide = guideOfYear()
const { id: city, timeZone } = guide.city
const author: Extract<Actor, { kind: 'resident' }> = { kind: 'resident', id: keyOf('author') as string as PersonId }

const opened = await openStore(order.place, (fault) => {
  throw fault
})
if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
const store = opened.value
const here = testMeans(store)
const mail: Mail = {
  async send({ to, messageId, subject, text }) {
    appendFileSync(order.letters, `${JSON.stringify({ to, messageId, subject, text, at: here.now().toString() })}\n`)
    return 'accepted'
  },
}
const parts = {
  ...{ means: here, mail, addresses: someAddresses },
  guides: new Map([[city, guide]]),
  log: { info: () => {}, warn: () => {} },
}

if (order.from === 0) {
  await loadCity({ store }, { ...aSource(), guide })
  await ensure(store.whole, {
    id: author.id,
    email: 'olena@people.example',
    firstName: 'О',
    lastName: 'К',
    locale: 'uk',
  })
}
for (const [index, step] of plannedYear(order.shape).entries()) {
  if (index < order.from) continue
  here.clock.at = momentOf(step, timeZone)
  await take(step, index)
  console.log(index)
}
await store.queue.stop(0)
await store.close()

async function take(step: Step, index: number): Promise<void> {
  if (step.kind === 'sent') {
    const draft = aDraft({ key: draftOf(step.report), categoryId: step.isQuick ? pothole : waterLeak })
    const sent = await submitReport(here, guide, draft, author)
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
  }
  if (step.kind === 'act') await act(step.report, step.act, index)
  if (step.kind !== 'look') return
  await remind(parts)
  await sendAll(store)
}

async function act(report: number, planned: PlannedAct, index: number): Promise<void> {
  const { number, organization } = await standing(report)
  const { actor, act: done } = await acting(planned, organization)
  const moved = await moveReport(here, guide, { number, act: done, key: keyOf(`act ${index}`) }, actor)
  if (!moved.ok) throw new Error(`Step ${index}, ${planned.kind} of ${report}: ${JSON.stringify(moved.problem)}`)
}

async function acting(planned: PlannedAct, holder: typeof waterUtility | null): Promise<{ actor: Actor; act: Act }> {
  const officer = anOfficer(holder ?? waterUtility)
  switch (planned.kind) {
    case 'approve':
      return { actor: aModerator(), act: anAct('approve', waterUtility) }
    case 'separate':
      return { actor: aModerator(), act: anAct('separate', planned.to === 0 ? waterUtility : roadWorks) }
    case 'assign': {
      const to = planned.to === 0 ? waterUtility : roadWorks
      return { actor: officer, act: anAct('assign', to) }
    }
    case 'merge': {
      const main = await standing(0)
      return { actor: aModerator(), act: { kind: 'merge', into: main.id } }
    }
    case 'extend':
    case 'postpone':
      return { actor: officer, act: { ...anAct(planned.kind), until: dateOf(planned.until) } }
    case 'answer':
    case 'reopen':
      return { actor: author, act: { ...anAct(planned.kind), media: [] } }
    default:
      return { actor: officer, act: anAct(planned.kind) }
  }
}

async function standing(report: number) {
  return store.whole
    .selectFrom('report')
    .select(['id', 'number', 'organization_id as organization'])
    .where('city_id', '=', city)
    .where('draft_key', '=', draftOf(report))
    .executeTakeFirstOrThrow()
}

/** As the queue hands jobs over: done with one when it is marked, and whoever died before that has it again. */
async function sendAll({ whole }: Store): Promise<void> {
  const { rows } = await sql<{ id: string; data: Jobs['send_reminder'] }>`
    select id, data from pgboss.job where name = 'send_reminder' and state = 'created' order by created_on, id`.execute(
    whole,
  )
  for (const { id, data } of rows) {
    await sendReminder(parts, data)
    await sql`update pgboss.job set state = 'completed', completed_on = now() where name = 'send_reminder' and id = ${id}`.execute(
      whole,
    )
  }
}

function draftOf(report: number): DraftKey {
  return keyOf(`draft ${report}`)
}

/** The same key for the same words, so that a step that is taken again changes nothing. */
function keyOf(words: string): DraftKey {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as DraftKey
}
