import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'

/** Where the build leaves PostGIS alone, without what its package brings for rasters and topologies. */
export const postgisAlone = 'dist/postgis.tar.gz'

/** PostGIS for the embedded database, which compiles all of it that it is given at every start. Before the first build it is given the whole package. */
export const embeddedPostgis: Extension = {
  name: postgis.name,
  async setup(database, options) {
    const whole = await postgis.setup(database, options)
    return existsSync(postgisAlone) ? { ...whole, bundlePath: pathToFileURL(resolve(postgisAlone)) } : whole
  },
}
