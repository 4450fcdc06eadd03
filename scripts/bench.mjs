// Figures, `npm run bench`: builds the product, starts a PostgreSQL of its own, and measures. With --phone, a browser's.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installChromium, installPostgres } from './test/install-missing.mjs'
import { startPostgres } from './test/start-postgres.mjs'

const { status } = spawnSync(process.execPath, ['scripts/start.mjs', 'build'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const temporary = mkdtempSync(join(tmpdir(), 'open-city-bench-'))
const isPhone = process.argv[2] === '--phone'
const chromium = isPhone ? await installChromium() : null
const programs = isPhone ? null : installPostgres()
const postgres = programs && (await startPostgres(programs))
const env = {
  ...process.env,
  TMPDIR: temporary,
  ...(postgres && { TEST_DATABASE_URL: postgres.url }),
  ...(chromium && { CHROMIUM: chromium }),
}
const what = isPhone ? ['bench/slow-phone.ts'] : ['bench/bench.ts', ...process.argv.slice(2)]
const bench = spawn(process.execPath, what, { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal))
bench.on('exit', async (code) => {
  await postgres?.stop()
  rmSync(temporary, { recursive: true, force: true })
  process.exit(code ?? 1)
})
