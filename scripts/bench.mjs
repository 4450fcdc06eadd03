// Figures, `npm run bench`: builds the product, starts a PostgreSQL of its own, and measures. With --phone, a browser's; with --lighthouse, what
// Lighthouse says of pages.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installChromium, installPostgres } from './test/install-missing.mjs'
import { startPostgres } from './test/start-postgres.mjs'

const { status } = spawnSync(process.execPath, ['scripts/start.mjs', 'build'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const temporary = mkdtempSync(join(tmpdir(), 'open-city-bench-'))
const inBrowser = { '--phone': 'bench/slow-phone.ts', '--lighthouse': 'bench/lighthouse.ts' }[process.argv[2]]
const chromium = inBrowser ? await installChromium() : null
const programs = inBrowser ? null : installPostgres()
if (process.argv[2] === '--lighthouse') installLighthouse()
const postgres = programs && (await startPostgres(programs, tmpdir()))
const env = {
  ...process.env,
  TMPDIR: temporary,
  ...(postgres && { TEST_DATABASE_URL: postgres.url }),
  ...(chromium && { CHROMIUM: chromium, LIGHTHOUSE: temporary }),
}
const what = inBrowser ? [inBrowser] : ['bench/bench.ts', ...process.argv.slice(2)]
const bench = spawn(process.execPath, what, { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal))
bench.on('exit', async (code) => {
  await postgres?.stop()
  rmSync(temporary, { recursive: true, force: true })
  process.exit(code ?? 1)
})

/** With a lock of its own and for this once: two hundred packages that nobody else needs. */
function installLighthouse() {
  for (const name of ['package.json', 'package-lock.json']) cpSync(`bench/lighthouse/${name}`, join(temporary, name))
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: temporary,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
