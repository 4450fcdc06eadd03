// Figures, `npm run bench`: builds the product, starts a PostgreSQL of its own, and measures.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPostgres } from './test/install-missing.mjs'
import { startPostgres } from './test/start-postgres.mjs'

const { status } = spawnSync(process.execPath, ['scripts/start.mjs', 'build'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const temporary = mkdtempSync(join(tmpdir(), 'open-city-bench-'))
const programs = installPostgres()
const postgres = programs && (await startPostgres(programs))
const env = { ...process.env, TMPDIR: temporary, ...(postgres && { TEST_DATABASE_URL: postgres.url }) }
const bench = spawn(process.execPath, ['bench/bench.ts', ...process.argv.slice(2)], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal))
bench.on('exit', async (code) => {
  await postgres?.stop()
  rmSync(temporary, { recursive: true, force: true })
  process.exit(code ?? 1)
})
