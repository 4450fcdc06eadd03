import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join, relative } from 'node:path'

/**
 * Claims a folder for this process, because the embedded database is ruined by two.
 *
 * A socket, not a file with a process number: it stops answering the moment its owner dies, however it dies.
 * Null when another process holds the folder; otherwise what gives it back.
 */
export async function holdFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const path = shortest(join(folder, 'open.sock'))
  if (await isAnswered(path)) return null

  await rm(path, { force: true })
  const server = await listen(path)
  return server && (() => new Promise((done) => server.close(() => done())))
}

/** The name of a socket may be only about a hundred bytes long, so a path from here often fits where a full one does not. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere.length < path.length ? fromHere : path
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })
}

/** Null when somebody began to listen there between the look and now. */
function listen(path: string): Promise<Server | null> {
  return new Promise((answer, fail) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (fault: NodeJS.ErrnoException) => (fault.code === 'EADDRINUSE' ? answer(null) : fail(fault)))
    server.listen(path, () => {
      server.unref()
      answer(server)
    })
  })
}
