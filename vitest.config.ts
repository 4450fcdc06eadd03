import { defineConfig } from 'vitest/config'

/** Files of these folders share a worker, because the embedded database takes seconds to open and a gigabyte to hold. */
const oneWorker = { isolate: false, fileParallelism: false, maxWorkers: 1 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The server reads its colours from it.
    css: { include: [/tokens\.css/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/{domain,text,outside}/**/*.test.{ts,tsx}', 'src/*.test.ts'],
          maxWorkers: 2,
          // Decoders of pictures and videos take their time where other work goes on.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneWorker,
          name: 'database',
          include: ['src/{store,operations,jobs,web,api,bin}/**/*.test.{ts,tsx}'],
          hookTimeout: 120_000,
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...oneWorker,
          name: 'house',
          include: ['test/**/*.test.{ts,tsx}'],
          hookTimeout: 180_000,
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
