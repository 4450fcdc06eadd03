import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

import { variables } from '../src/config.ts'

const path = new URL('../docs/operating.md', import.meta.url)
const between = /(<!-- variables: npm run config-table -->\n)[\s\S]*?(<!-- \/variables -->)/

/** The operator's guide with the table of variables as `config.ts` has it now. */
export function withTable(guide: string): string {
  return guide.replace(between, (_, start: string, end: string) => `${start}\n${table()}\n\n${end}`)
}

function table(): string {
  const rows = Object.entries(variables).map(
    ([name, schema]) => `| \`${name}\` | ${defaultOf(schema)} | ${schema.description ?? ''} |`,
  )
  return ['| variable | default | what it does |', '| --- | --- | --- |', ...rows].join('\n')
}

function defaultOf(schema: z.ZodType): string {
  return schema instanceof z.ZodDefault ? `\`${String(schema.def.defaultValue)}\`` : ''
}

if (import.meta.main) writeFileSync(path, withTable(readFileSync(path, 'utf8')))
