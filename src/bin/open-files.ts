import { join } from 'node:path'

import type { Config } from '#src/config.ts'
import { diskFiles } from '#src/outside/disk-files.ts'
import type { Files } from '#src/outside/files.ts'
import { s3Files } from '#src/outside/s3-files.ts'

/** Where the operator keeps files. */
export function openFiles({ s3Url, dataDir }: Pick<Config, 's3Url' | 'dataDir'>): Files {
  return s3Url ? s3Files(s3Url) : diskFiles(join(dataDir, 'files'))
}
