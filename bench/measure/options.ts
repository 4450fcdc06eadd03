import { parseArgs } from 'node:util'
import { type FigureName, figureNames } from './figures.ts'

export const databases = ['PostgreSQL', 'PGlite'] as const
export type Database = (typeof databases)[number]

export type Options = {
  readonly sizes: readonly number[]
  readonly only: readonly FigureName[]
  readonly databases: readonly Database[]
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
}

const usage = `npm run bench -- [--size 10000]… [--only report]… [--database PostgreSQL]… [--rounds 5] [--seconds 0.4] [--connections 10]
figures: ${figureNames.join(', ')}; databases: ${databases.join(', ')}`

/** What the command line asks for; it ends the process with the usage when it asks for nothing there is. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        size: { type: 'string', multiple: true, default: ['10000', '100000'] },
        only: { type: 'string', multiple: true, default: figureNames },
        database: { type: 'string', multiple: true, default: [...databases] },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '0.4' },
        connections: { type: 'string', default: '10' },
      },
    })
    return {
      sizes: values.size.map((size) => atLeast(1000, size)).sort((a, b) => a - b),
      only: figureNames.filter((name) => among(figureNames, values.only).includes(name)),
      databases: databases.filter((name) => among(databases, values.database).includes(name)),
      rounds: atLeast(1, values.rounds),
      seconds: atLeast(0.1, values.seconds),
      connections: atLeast(1, values.connections),
    }
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : fault}\n\n${usage}`)
    process.exit(1)
  }
}

function atLeast(least: number, value: string): number {
  const number = Number(value)
  if (!(number >= least)) throw new Error(`${value} is not ${least} or more`)
  return number
}

function among(known: readonly string[], asked: readonly string[]): readonly string[] {
  const strange = asked.find((one) => !known.includes(one))
  if (strange) throw new Error(`${strange} is none of ${known.join(', ')}`)
  return asked
}
