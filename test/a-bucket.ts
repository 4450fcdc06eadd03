import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { Files } from '#src/outside/files.ts'
import { s3Files } from '#src/outside/s3-files.ts'

/** Files in a bucket of a server of its own, which ends with it. */
export async function aBucket(): Promise<{ readonly files: Files; readonly close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'a-bucket-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: 'city' }],
  })
  const { port } = await server.run()
  const files = s3Files(`http://S3RVER:S3RVER@127.0.0.1:${port}/city?region=us-east-1`)
  return {
    files,
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The same, removing one file after another: this server fails when two that go at once leave the same folder empty. */
export function oneByOne(files: Files): Files {
  let removed = Promise.resolve()
  return {
    ...files,
    remove(keys) {
      removed = keys.reduce((before, key) => before.then(() => files.remove([key])), removed)
      return removed
    },
  }
}
