import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/test/longest-first.ts'

/**
 * Two at a time, since what waits for a program or a database leaves the processor to the other. Files follow one another
 * in the same worker: what they load is loaded twice then, not with each of them, and the embedded database takes seconds
 * to open and a gigabyte to hold.
 */
const twoWorkers = { isolate: false, maxWorkers: 2 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The server reads its colours from it.
    css: { include: [/tokens\.css/] },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...twoWorkers,
          name: 'beside the code',
          include: ['src/**/*.test.{ts,tsx}'],
          hookTimeout: 120_000,
          // Decoders of pictures and videos take their time where other work goes on.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...twoWorkers,
          name: 'house',
          include: ['test/**/*.test.{ts,tsx}'],
          hookTimeout: 180_000,
          testTimeout: 60_000,
          // A browser on a machine that does much else.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
