import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { androidOf } from '#src/apps/android.ts'
import { appleOf } from '#src/apps/apple.ts'
import { appleShareOf } from '#src/apps/apple-share.ts'
import { changed, type Project } from '#src/apps/project.ts'
import { shellOf } from '#src/apps/shell.ts'
import { type StoreApp, storeApp } from '#src/apps/store-app.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { rasterise } from '#src/outside/media/rasterise.ts'
import { drawIcon } from '#src/web/install/draw-icon.ts'
import { giveUp } from './configured.ts'

// Needs no database, none of the server's secrets, and no network but npm's, once.
const usage =
  'npm run apps -- [--origin https://city.example] [--city CITY] [--id city.example.app] [--version 1.0.0] [--build 1]\nSee docs/apps.md.'
const platforms = ['android', 'ios'] as const

const { app, folder } = await asked()
installCapacitor()
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await cp('apps/package.json', join(folder, 'package.json'))
await make(shellOf(app))
for (const platform of platforms) capacitor('add', platform)
await make(androidOf(app))
await make(appleOf(app))
await make(appleShareOf(app))
console.log(`${app.name.uk}, ${app.id} ${app.version} (${app.build}): pages of ${app.origin}${app.start}`)
for (const platform of platforms) console.log(join(folder, platform))
if (!app.origin.startsWith('https:'))
  console.log(
    'Its pages are not under https: it can be tried in an emulator, and no store takes it. --origin says where.',
  )

async function asked(): Promise<{ readonly app: StoreApp; readonly folder: string }> {
  const { origin = 'http://localhost:3000', city, id = null, version = versionHere(), build = '1' } = options()
  const read = await readCities('cities')
  if (!read.ok) giveUp(read.problem.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}`).join('\n'))
  const cities = read.value.map(({ guide }) => guide.city).filter((one) => city === undefined || one.id === city)
  if (cities.length === 0) giveUp(`There is no city "${city}".`)
  const made = storeApp(cities, { origin, id, version, build: Number(build) })
  if (!made.ok) giveUp(made.problem)
  return { app: made.value, folder: join('apps/build', city ?? 'all') }
}

function options() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { origin: text, city: text, id: text, version: text, build: text } }).values
  } catch (fault) {
    if (fault instanceof Error) giveUp(`${fault.message}\n${usage}`)
    throw fault
  }
}

function versionHere(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
}

/** Only who makes apps needs Capacitor: its packages stand apart from the product's. */
function installCapacitor(): void {
  if (existsSync('apps/node_modules/@capacitor/cli')) return
  console.log('Installing Capacitor, once.')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: 'apps', stdio: 'inherit' })
}

/** In a pipe it asks nothing, and reports nothing to its makers. */
function capacitor(...args: string[]): void {
  const program = join(process.cwd(), 'apps/node_modules/@capacitor/cli/bin/capacitor')
  execFileSync(process.execPath, [program, ...args], { cwd: folder, stdio: 'pipe' })
}

async function make({ files, changes, pictures, gone }: Project): Promise<void> {
  for (const path of gone) await rm(join(folder, path), { recursive: true })
  for (const [path, list] of Object.entries(changes))
    await write(path, changed(await readFile(join(folder, path), 'utf8'), list, path))
  for (const [path, text] of Object.entries(files)) await write(path, text)
  for (const [path, part] of Object.entries(pictures)) await write(path, await rasterise(drawIcon(app.emblem, part)))
}

async function write(path: string, what: string | Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, what)
}
