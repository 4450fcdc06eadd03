import type { FigureName } from './measure/figures.ts'
import { openRecordingStore } from './measure/recording-store.ts'
import { type Said, sqlOf } from './measure/same-sql.ts'
import { sayAgain, transactionAgain } from './measure/say-again.ts'
import type { Seat } from './measure/seat.ts'

// The same SQL with nothing around it: `bare-sql.ts PLACE CONNECTIONS`, told what to say by messages.

export type Told =
  | { readonly kind: 'learn'; readonly figure: FigureName; readonly seat: Seat }
  | { readonly kind: 'run'; readonly seconds: number }
  | { readonly kind: 'close' }

const [place = '', connections = '10'] = process.argv.slice(2)
// The embedded database has one session.
const sessions = place.startsWith('postgres') ? Number(connections) : 1
const recording = await openRecordingStore(place, Number(connections))
const held = await Promise.all(Array.from({ length: sessions }, () => recording.session()))
let said: readonly Said[] = []

process.on('message', async (told: Told) => {
  switch (told.kind) {
    case 'learn':
      said = await sqlOf(told.figure, recording, told.seat)
      return process.send?.('learnt')
    case 'run':
      return process.send?.(await run(told.seconds))
    case 'close':
      return recording.close()
  }
})
process.send?.('open')

async function run(seconds: number) {
  const start = performance.now()
  let count = 0
  let turn = 0
  const isOver = () => performance.now() - start > seconds * 1000
  await Promise.all(
    held.map(async (say, session) => {
      while (!isOver()) {
        const one = said[turn++ % said.length]
        if (!one) throw new Error('Nothing was learnt')
        if (one.facts) await transactionAgain(say, one.statements, one.facts, session)
        else await sayAgain(say, one.statements)
        count += 1
      }
    }),
  )
  return { count, seconds: (performance.now() - start) / 1000 }
}
