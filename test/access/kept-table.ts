import { readFileSync } from 'node:fs'

/** The table of this name as `docs/access.md` has it. */
export function keptTable(name: string): string {
  const text = readFileSync('docs/access.md', 'utf8')
  const found = new RegExp(`<!-- table: ${name} -->\\n\\n([\\s\\S]*?)\\n\\n<!-- /table -->`).exec(text)?.[1]
  return found ?? `docs/access.md has no table of the name ${name}`
}

/** Rows, the first being the heads, as Markdown that is read without being rendered too. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const [heads = [], ...others] = rows
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n')
}

/** Rows that say the same of different things, as one: what they are about stands first. */
export function joined(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const together = new Map<string, string[]>()
  for (const [about = '', ...rest] of rows) {
    const said = JSON.stringify(rest)
    together.set(said, [...(together.get(said) ?? []), about])
  }
  return [...together].map(([said, about]) => [about.join(', '), ...(JSON.parse(said) as string[])])
}
