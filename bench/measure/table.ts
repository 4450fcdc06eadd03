import { type Figure, figures } from './figures.ts'
import type { Measured } from './measure-figure.ts'

/** The figures of one database, a row each, with what was promised. Goals were set for PostgreSQL. */
export function table(measured: readonly Measured[], withGoals: boolean): string {
  const head = [
    '',
    'a second',
    'of bare server',
    'of SQL alone',
    'goal',
    '',
    'processor, ms',
    'bare server’s',
    'SQL alone’s',
    'by processor',
  ]
  const rows = measured.map((one) => {
    const { title, goal }: Figure = figures[one.figure]
    const { product, server, sql, ofServer, ofSql } = one
    const reached = goal?.of === 'sql' ? ofSql : ofServer
    const byProcessor = goal?.of === 'sql' ? all(sql) / all(product) : server.program / product.program
    return [
      title,
      String(Math.round(product.rate)),
      percent(ofServer),
      percent(ofSql),
      withGoals && goal ? `${percent(goal.least)} of ${goal.of === 'sql' ? 'SQL' : 'server'}` : '',
      withGoals && goal ? (reached >= goal.least ? 'met' : 'MISSED') : '',
      `${product.program.toFixed(2)} + ${product.database.toFixed(2)}`,
      server.program.toFixed(2),
      all(sql).toFixed(2),
      percent(byProcessor),
    ]
  })
  return laidOut([head, ...rows])
}

/** What a look or an act costs with more reports: time and processor, each against the fewest. */
export function growthTable(fewer: readonly Measured[], more: readonly Measured[]): string {
  const rows = fewer.flatMap((few) => {
    const many = more.find(({ figure }) => figure === few.figure)
    if (!many) return []
    // The bare server is the same at both sizes: it tells how fast the machine was.
    const time = few.ofServer / many.ofServer
    const processor = all(many.product) / all(few.product)
    return [[figures[few.figure].title, times(time), times(processor), time <= mostGrowth ? 'met' : 'MISSED']]
  })
  return laidOut([['', 'time', 'processor', `goal: ${times(mostGrowth)}`], ...rows])
}

export const mostGrowth = 1.5

function all({ program, database }: Measured['product']): number {
  return program + database
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function times(factor: number): string {
  return `${factor.toFixed(2)} ×`
}

function laidOut(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
