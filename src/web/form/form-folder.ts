import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'open-city-form-'
const hourInMs = 60 * 60 * 1000

/**
 * A new folder for the files of one form. What a process that was killed left of another one goes, once it is an hour
 * older: nobody takes that long to send a form.
 */
export async function formFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, prefix))
  const { mtimeMs: now } = await stat(folder)
  for (const name of (await readdir(parent)).filter((one) => one.startsWith(prefix))) {
    const path = join(parent, name)
    const other = await stat(path).catch(() => null)
    if (other && now - other.mtimeMs > hourInMs) await rm(path, { recursive: true, force: true })
  }
  return folder
}
