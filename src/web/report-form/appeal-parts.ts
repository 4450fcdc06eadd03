import type { AppealPart } from '#src/domain/appeal.ts'
import { longest } from '#src/domain/words.ts'

/** The name of the field for a part of a formal appeal. */
export const appealField = (part: AppealPart): string => `appeal_${part}`

/** The most characters of each part. */
export const longestPart = (part: AppealPart): number => (part === 'residence' ? longest.address : longest.name)
