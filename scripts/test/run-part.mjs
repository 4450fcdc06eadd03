import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A program that says by its exit code whether all is well: one test. What it writes comes whole, when it has ended. */
export async function runCheck([program, ...args], env) {
  const { code, said } = await run(program, args, env, 'pipe')
  process.stdout.write(said)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Tests of vitest, counted one by one. What breaks beside any one test counts as one that failed. */
export async function runTests(args, env, folder) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run('vitest', ['run', ...reporters, ...args], env, 'inherit')
  const { passed, failed, skipped } = countsIn(report)
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}

/** Ends what is being run, and whatever that started. */
export async function stopRunning() {
  const all = [...running]
  for (const { group } of all) send(group, 'SIGTERM')
  const patience = setTimeout(() => {
    for (const { group } of all) send(group, 'SIGKILL')
  }, 5000)
  await Promise.all(all.map(({ ended }) => ended))
  clearTimeout(patience)
}

const running = new Set()

/** In a group of its own, so that nothing it started outlives it. */
async function run(program, args, env, output) {
  const child = spawn(program, args, { env, stdio: ['ignore', output, output], detached: true })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes))
  const ended = new Promise((done) => {
    child.once('error', (fault) => {
      console.error(fault.message)
      done(127)
    })
    child.once('exit', () => send(child.pid, 'SIGKILL'))
    // Not before all that it wrote is here.
    child.once('close', (code) => done(code ?? 1))
  })
  const one = { group: child.pid, ended }
  running.add(one)
  const code = await ended
  running.delete(one)
  return { code, said: Buffer.concat(said) }
}

function send(group, signal) {
  try {
    if (group) process.kill(-group, signal)
  } catch {
    // Nobody of the group is left.
  }
}

function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
