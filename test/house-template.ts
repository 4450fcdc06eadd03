import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

import { holdFolder } from '#src/store/hold-folder.ts'
import { writeTables } from './embedded.ts'
import { migrate } from './programs.ts'
import { ensureTemplate, newDatabase } from './server.ts'

/** Puts into a new folder what the product makes there at its first start: the embedded database takes long to make. */
export async function copyEmbedded(folder: string): Promise<void> {
  await cp(await embedded(), folder, { recursive: true })
}

/** A new database on the server, as the product leaves it at its first start. */
export async function newOpenedDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return newDatabase(await ensureTemplate(`house_${builtVersion()}`, (url) => opened({ DATABASE_URL: url })))
}

/** One worker makes it, and the others wait for it. */
async function embedded(): Promise<string> {
  const place = join(tmpdir(), 'open-city-test-house')
  const template = join(place, builtVersion())
  await mkdir(place, { recursive: true })
  const release = await vi.waitFor(
    async () => {
      const held = await holdFolder(place)
      if (!held) throw new Error(`Another worker holds ${place}`)
      return held
    },
    { timeout: 120_000, interval: 100 },
  )
  try {
    if (!existsSync(template)) {
      const part = `${template}.part`
      await rm(part, { recursive: true, force: true })
      await mkdir(part, { recursive: true })
      await writeTables(join(part, 'database'))
      await opened({ DATA_DIR: part })
      // Under its name only when it is whole.
      await rename(part, template)
    }
  } finally {
    await release()
  }
  return template
}

function opened(place: Readonly<Record<string, string>>): Promise<void> {
  const { PATH = '' } = process.env
  return migrate({ PATH, TMPDIR: tmpdir(), LOG_LEVEL: 'error', ...place })
}

/** Names what a first start makes: the program as it was built, and the cities. */
function builtVersion(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['dist/server/**/*.js', 'cities/**/*']).toSorted())
    if (statSync(file).isFile()) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
