import type { Point } from '#src/domain/report.ts'
import type { ShownFile } from './shown-file.ts'

/** What a script is told of a file it has sent. `gps` is the photo's own place, for its sender alone. */
export type Uploaded = ShownFile & { readonly gps: Point | null }
