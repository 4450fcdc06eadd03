import type { Statement } from './recording-store.ts'
import type { Facts } from './same-sql.ts'

type Say = (statement: Statement) => Promise<readonly Record<string, unknown>[]>

/** One look again: word for word. */
export async function sayAgain(say: Say, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await say(statement)
}

/** One transaction again, about another report, with the numbers that the city's row gives this time. */
export async function transactionAgain(
  say: Say,
  statements: readonly Statement[],
  facts: Facts,
  session: number,
): Promise<void> {
  const other = facts.others[session % facts.others.length]
  const now = {
    key: crypto.randomUUID(),
    id: other?.id ?? crypto.randomUUID(),
    number: other?.number ?? facts.number,
    seq: facts.seq,
  }
  await say({ text: 'begin', values: [] })
  for (const { text, values } of statements) {
    const [row] = await say({ text, values: values.map((value) => replaced(value, facts, now)) })
    if (typeof row?.seq === 'number' && text.startsWith('update "city"')) {
      now.seq = row.seq
      now.number = typeof row.number === 'number' ? row.number : now.number
    }
  }
  await say({ text: 'commit', values: [] })
}

function replaced(value: unknown, was: Facts, now: Omit<Facts, 'others'>): unknown {
  if (value === was.key) return now.key
  if (value === was.id) return now.id
  if (value === was.number) return now.number
  if (value === was.seq) return now.seq
  return typeof value === 'string' ? value.replace(`"seq":${was.seq}`, `"seq":${now.seq}`) : value
}
