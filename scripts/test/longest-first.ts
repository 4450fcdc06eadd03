import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A clone that has never run its tests knows nothing of how long they take, and the last to begin is waited for. */
const longest = [
  'test/journeys/',
  'test/faults/kill',
  'test/hostile/',
  'test/disclosure/',
  'test/faults/start-killed',
  'test/access/acts',
  'test/faults/mail-down',
  'test/access/',
  'test/sizes',
  'test/start',
  'src/jobs/following',
  // Needs no database: meanwhile the other worker makes the embedded one that both copy.
  'src/outside/media/',
  'src/web/races',
  'src/store/list-plans',
  'src/operations/',
]

/** Begins with the files that take longest, so that all workers end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((part) => moduleId.includes(`/${part}`))
      return at === -1 ? longest.length : at
    }
    const sorted = await super.sort(files)
    return sorted.toSorted(
      (a, b) => a.project.config.sequence.groupOrder - b.project.config.sequence.groupOrder || rank(a) - rank(b),
    )
  }
}
