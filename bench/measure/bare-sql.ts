import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Told } from '../bare-sql.ts'
import type { FigureName } from './figures.ts'
import type { Load } from './load.ts'
import type { Seat } from './seat.ts'

export type BareSql = {
  readonly pid: number
  learn(figure: FigureName, seat: Seat): Promise<void>
  run(seconds: number): Promise<Load>
  stop(): Promise<void>
}

export async function startBareSql(place: string, connections: number): Promise<BareSql> {
  const child = fork(join(import.meta.dirname, '../bare-sql.ts'), [place, String(connections)])
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`bare-sql ended with ${code}`)
  })
  failed.catch(() => undefined)
  const heard = async () => (await Promise.race([once(child, 'message'), failed]))[0]
  const tell = async (told: Told) => {
    child.send(told)
    return heard()
  }
  await heard()
  return {
    pid: child.pid ?? 0,
    learn: async (figure, seat) => {
      await tell({ kind: 'learn', figure, seat })
    },
    run: async (seconds) => (await tell({ kind: 'run', seconds })) as Load,
    async stop() {
      if (!child.connected) return
      const gone = once(child, 'exit')
      child.send({ kind: 'close' })
      await gone
    },
  }
}
