import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A program that says by its exit code whether all is well: one test. */
export async function runCheck([program, ...args], env) {
  const code = await run(program, args, env)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Tests of vitest, counted one by one. What breaks beside any one test counts as one that failed. */
export async function runTests(args, env, folder) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('vitest', ['run', ...reporters, ...args], env)
  const { passed, failed, skipped } = countsIn(report)
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}

/** Ends what is being run, and whatever that started. */
export async function stopRunning() {
  if (!running) return
  const { group, ended } = running
  send(group, 'SIGTERM')
  const patience = setTimeout(() => send(group, 'SIGKILL'), 5000)
  await ended
  clearTimeout(patience)
}

let running = null

/** In a group of its own, so that nothing it started outlives it. */
async function run(program, args, env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  const ended = new Promise((done) => {
    child.once('error', (fault) => {
      console.error(fault.message)
      done(127)
    })
    child.once('exit', (code) => done(code ?? 1))
  })
  running = { group: child.pid, ended }
  const code = await ended
  send(child.pid, 'SIGKILL')
  running = null
  return code
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
