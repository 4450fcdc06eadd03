import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'

/** Names what a migrated empty database depends on: another one is made when it changes. */
export function templateVersion(): string {
  const packages = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', 'pg-boss'].map(
    (name) => `node_modules/${name}/package.json`,
  )
  const files = [
    ...globSync('src/store/migrations/*.ts').toSorted(),
    'src/store/migrate.ts',
    'src/store/queue.ts',
    ...packages,
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return `template_${hash.digest('hex').slice(0, 16)}`
}
