import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { postgresPrograms } from './start-postgres.mjs'

/** Packages as the lock file names them. */
export function installPackages() {
  if (packagesMatch()) return
  console.log('Installing packages with npm ci: node_modules is missing or differs from package-lock.json.')
  execFileSync('npm', ['ci'], { stdio: 'inherit' })
}

/** The folder of PostgreSQL's programs; null where they are missing and can't be installed, which it says. */
export function installPostgres() {
  const install = () => apt('postgresql', 'postgresql-postgis')
  return (
    postgresPrograms() ??
    (installed('PostgreSQL with PostGIS, on which all that touches the store is tested too', install)
      ? postgresPrograms()
      : null)
  )
}

/**
 * The path of Chromium; null where it is missing and can't be installed, which it says. Its headless shell comes first:
 * the same engine without a browser's windows around it takes a third of the processor's time.
 */
export async function installChromium() {
  const found = await chromiumPath()
  if (found === shell || (found && !(isRoot() && isDebian()))) return found
  const install = () =>
    // Ubuntu's own package is a snap, which a container can't run.
    isUbuntu() ? playwright('install', '--with-deps', 'chromium') : apt('chromium-headless-shell')
  return installed('Chromium, in which the journeys go', install) ? await chromiumPath() : found
}

const shell = '/usr/lib/chromium/chromium-headless-shell'

/** The path of Firefox; null where it is missing and can't be installed, which it says. */
export function installFirefox() {
  return installProgram(
    'Firefox, in which the main journey goes',
    ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    ['firefox-esr'],
  )
}

/** The path of WebKit's driver, and the screen that nobody sees; null where one is missing and can't be installed, which it says. */
export function installWebKit() {
  const screen = spawnSync('Xvfb', ['-help']).error ? ['xvfb'] : []
  const paths = screen.length > 0 ? [] : [webKitDriver]
  return installProgram('WebKit, in which the main journey goes', paths, ['webkit2gtk-driver', ...screen], webKitDriver)
}

const webKitDriver = '/usr/bin/WebKitWebDriver'

/** Poppler's programs, which read PDFs back; without them what needs them is skipped. */
export function installPoppler() {
  if (spawnSync('pdftotext', ['-v']).error)
    installed('poppler, by which PDFs are read back', () => apt('poppler-utils'))
}

function packagesMatch() {
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json'))
    .filter(([path, { optional }]) => path !== '' && !optional)
    .every(([path, { version }]) => present[path]?.version === version)
}

function packagesOf(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {}
}

async function chromiumPath() {
  const { chromium } = await import('playwright-core')
  const paths = [shell, '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]
  return paths.find((path) => existsSync(path)) ?? null
}

/** Debian's own packages: Ubuntu's Firefox is a snap, which a container can't run. */
function installProgram(what, paths, packages, brings = paths[0]) {
  const found = paths.find((path) => existsSync(path))
  if (found) return found
  const isThere = isUbuntu() ? notOnUbuntu(what) : installed(what, () => apt(...packages))
  return isThere && existsSync(brings) ? brings : null
}

function notOnUbuntu(what) {
  console.log(`Missing: ${what}. Its tests are skipped; on Debian it would be installed.`)
  return false
}

/** True when it could be installed. Anyone but root is told what is missing, and its tests are skipped. */
function installed(what, install) {
  if (!isRoot() || !(isDebian() || isUbuntu())) {
    console.log(`Missing: ${what}. Its tests are skipped; as root on Debian or Ubuntu it would be installed.`)
    return false
  }
  console.log(`Installing ${what}.`)
  try {
    install()
    return true
  } catch (fault) {
    console.log(`${what}: could not be installed (${fault.message}). What needs it is skipped by name.`)
    return false
  }
}

function apt(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function playwright(...args) {
  execFileSync('node_modules/.bin/playwright-core', args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

function isRoot() {
  return userInfo().uid === 0
}

function isDebian() {
  return !isUbuntu() && /^ID(_LIKE)?=.*debian/m.test(system())
}

function isUbuntu() {
  return /^ID(_LIKE)?=.*ubuntu/m.test(system())
}

function system() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
}
