// Runs on any Node from 20: puts in place what is missing, builds what is out of date, and hands over to Node 26.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(root, 'node_modules/node/bin/node')
const builtFrom = join(root, 'dist/built-from')
const [entry = 'serve', ...rest] = process.argv.slice(2)

if (!packagesAreInPlace()) {
  say('Installing packages, once: about a minute.')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}
const sources = sourcesAsTheyAre()
if (!existsSync(builtFrom) || readFileSync(builtFrom, 'utf8') !== sources) {
  say('Building.')
  run(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  writeFileSync(builtFrom, sources)
}
if (entry !== 'build') handOver()

/** npm writes down what it installed; that must be what the lock asks for. */
function packagesAreInPlace() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed) || !existsSync(node)) return false
  const versions = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const have = versions(installed)
  return Object.entries(versions(join(root, 'package-lock.json'))).every(([path, { version, optional, link }]) => {
    return path === '' || optional || link || have[path]?.version === version
  })
}

/** One line for each file that the build reads, with its size and time. */
function sourcesAsTheyAre() {
  const inFolder = (folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !/\.test\.tsx?$|examples\.ts$/.test(file.name))
      .map((file) => join(file.parentPath, file.name))
  const files = [
    ...inFolder('src'),
    ...inFolder('scripts/build'),
    ...['package-lock.json', 'vite.config.ts', 'tsconfig.json'].map((name) => join(root, name)),
  ]
  const lines = files.sort().map((path) => {
    const { size, mtimeMs } = statSync(path)
    return `${path.slice(root.length)} ${size} ${mtimeMs}`
  })
  return lines.join('\n')
}

/** The program itself gets every signal, and its end is ours. */
function handOver() {
  const child = spawn(node, ['--enable-source-maps', join(root, `dist/server/${entry}.js`), ...rest], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(`${command} could not be run: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

function say(words) {
  console.log(words)
}
