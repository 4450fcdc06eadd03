import type { News } from '#src/domain/news.ts'

/** One thing that a stream of news told. */
export type Told = { readonly id: number; readonly event: string; readonly news: News }

/** What a stream has told so far. */
export type Heard = {
  readonly told: readonly Told[]
  /** The number to come back with. */
  readonly place: () => number | null
  /** True once the stream has ended, or was cut off. */
  readonly ended: () => boolean
  leave(): Promise<void>
}

/** Reads a stream of news as a browser does, until it ends. */
export function hearing(body: ReadableStream<Uint8Array>): Heard {
  const reader = body.getReader()
  const told: Told[] = []
  let place: number | null = null
  let isOver = false

  const read = async () => {
    const decoder = new TextDecoder()
    let text = ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) hear(block)
    }
  }
  const hear = (block: string) => {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]))
    if (fields.has('id')) place = Number(fields.get('id'))
    const data = fields.get('data')
    if (data !== undefined && place !== null)
      told.push({ id: place, event: fields.get('event') ?? '', news: JSON.parse(data) })
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      isOver = true
    })
  return { told, place: () => place, ended: () => isOver, leave: () => reader.cancel() }
}
