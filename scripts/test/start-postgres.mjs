import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { freemem, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** The folder of PostgreSQL's programs, the newest that has PostGIS; null when there is none. */
export function postgresPrograms() {
  const debian = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const found = debian
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .filter((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))
    .sort((a, b) => Number(b) - Number(a))[0]
  return found ? `/usr/lib/postgresql/${found}/bin` : programsByConfig()
}

/** Elsewhere than on Debian, where PostgreSQL itself says it is. */
function programsByConfig() {
  const ask = (what) =>
    execFileSync('pg_config', [what], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    const has =
      existsSync(join(ask('--sharedir'), 'extension/postgis.control')) && existsSync(join(ask('--bindir'), 'initdb'))
    return has ? ask('--bindir') : null
  } catch {
    return null
  }
}

/**
 * A PostgreSQL of its own in a new folder, which nobody else can enter. What it answers is its address and what ends it.
 *
 * `stop` may be called at any time and more than once; the folder is gone when it returns.
 */
export async function startPostgres(programs, place = memoryOrDisk()) {
  const folder = mkdtempSync(join(place, 'open-city-postgres-'))
  const owner = ownerOf(folder)
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) chownSync(passwordFile, owner.uid, owner.gid)

  const data = join(folder, 'data')
  const create = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]
  execFileSync(join(programs, 'initdb'), create, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 300,
    shared_buffers: '256MB',
    log_min_messages: 'panic',
    // Rows stay as they were put, whenever somebody looks.
    autovacuum: 'off',
    // Loaded once, not by each of the thousands of connections.
    shared_preload_libraries: 'postgis-3,pg_trgm',
    // It ends with the tests: nobody reads it after a loss of power.
    fsync: 'off',
    full_page_writes: 'off',
  }
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // In a group of its own: Ctrl-C is for the tests first, and the database ends after them.
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...set], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const ended = new Promise((done) => server.once('exit', done))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }

  const isReady = () => spawnQuietly(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
  for (let tries = 0; !isReady(); tries++) {
    if (server.exitCode !== null || tries === 300) {
      await stop()
      throw new Error('PostgreSQL did not start')
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

/**
 * Tests make and empty many databases of a thousand files each: on a disk that is a sixth of their time. What lies in
 * memory must leave enough of it to those who use it.
 */
function memoryOrDisk() {
  const memory = '/dev/shm'
  const gigabyte = 1024 ** 3
  if (!existsSync(memory) || freemem() < 8 * gigabyte) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize < 4 * gigabyte ? tmpdir() : memory
}

/** PostgreSQL refuses to run as root, so root lends it the user that its package made. */
function ownerOf(folder) {
  if (userInfo().uid !== 0) return null
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  chownSync(folder, owner.uid, owner.gid)
  return owner
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

function spawnQuietly(program, args) {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
