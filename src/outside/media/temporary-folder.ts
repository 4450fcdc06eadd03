import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'open-city-media-'
const hourInMs = 60 * 60 * 1000

/** A folder of one's own that is gone when disposed of. What processes that were killed left of theirs goes too. */
export async function temporaryFolder(parent = tmpdir()): Promise<{ readonly path: string } & AsyncDisposable> {
  await removeForgotten(parent)
  const path = await mkdtemp(join(parent, prefix))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Nobody works on a file for an hour. */
async function removeForgotten(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix))
  for (const path of names.map((name) => join(parent, name))) {
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - modified > hourInMs) await rm(path, { recursive: true, force: true })
  }
}
