import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  installChromium,
  installFirefox,
  installPackages,
  installPoppler,
  installPostgres,
  installWebKit,
} from './test/install-missing.mjs'
import { runCheck, runTests, stopRunning } from './test/run-part.mjs'
import { startPostgres } from './test/start-postgres.mjs'

// The whole gate, `npm test`. With paths, only their tests; with --faults, only the fault tests and hostile input, long and
// on both databases.
const faults = process.argv.includes('--faults')
const paths = process.argv.slice(2).filter((one) => one !== '--faults')

installPackages()
const programs = installPostgres()
const chromium = await installChromium()
const firefox = installFirefox()
const webKit = installWebKit()
installPoppler()

const temporary = mkdtempSync(join(tmpdir(), 'open-city-test-'))
let starting = null
let stopping = false
const cleanUp = async () => {
  stopping = true
  await stopRunning()
  // It may be halfway up.
  await (await starting?.catch(() => null))?.stop()
  rmSync(temporary, { recursive: true, force: true })
}
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => cleanUp().finally(() => process.exit(code)))
}

try {
  starting = programs && startPostgres(programs)
  const postgres = await starting
  const env = {
    ...process.env,
    PATH: `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}`,
    // What a test leaves behind goes with the folder.
    TMPDIR: temporary,
    NODE_COMPILE_CACHE: join(temporary, 'compiled'),
    ...(postgres && { TEST_DATABASE_URL: postgres.url }),
    ...(chromium && { CHROMIUM: chromium }),
    ...(firefox && { FIREFOX: firefox }),
    ...(webKit && { WEBKIT_DRIVER: webKit }),
    ...(faults && { FAULTS: '30' }),
  }
  const results = []
  for (const together of parts()) {
    if (stopping) break
    results.push(...(await Promise.all(together.map((part) => run(part, env)))))
  }
  if (!stopping) await sumUp([...results, whatIsLeft()])
} catch (fault) {
  await cleanUp()
  throw fault
}

async function run({ name, command, tests }, env) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const counts = command ? await runCheck(command, env) : await runTests(tests, env, temporary)
  return { name, seconds: Math.round((performance.now() - began) / 1000), ...counts }
}

async function sumUp(results) {
  await cleanUp()
  console.table(results)
  const sum = (what) => results.reduce((total, counts) => total + counts[what], 0)
  process.exitCode = sum('failed') > 0 ? 1 : 0
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
}

/** The product takes away what was on its way, whatever became of it. */
function whatIsLeft() {
  const left = readdirSync(temporary).filter((name) => /^open-city-(?:form|media)-/.test(name))
  if (left.length > 0) console.log(`Left in the temporary folder: ${left.join(', ')}`)
  return { name: 'nothing is left', seconds: 0, passed: left.length ? 0 : 1, failed: left.length ? 1 : 0, skipped: 0 }
}

/** One after another; what stands together runs together: tests leave the processor idle now and then. */
function parts() {
  if (paths.length > 0) return [[{ name: paths.join(' '), tests: paths }]]
  const build = { name: 'build', command: ['npm', 'run', '--silent', 'build'] }
  if (faults) return [[build], [{ name: 'faults', tests: ['--project', 'house', 'test/faults', 'test/hostile'] }]]
  return [
    [build],
    [
      // Several at once would each look anew at what they share: twice the work, beside tests that need the processor.
      { name: 'types', command: ['tsc', '--singleThreaded'] },
      { name: 'format and lint', command: ['biome', 'check'] },
      { name: 'unused code', command: ['knip'] },
      { name: 'rules, store and pages', tests: ['--project', 'beside the code'] },
    ],
    [{ name: 'the whole house', tests: ['--project', 'house'] }],
  ]
}
