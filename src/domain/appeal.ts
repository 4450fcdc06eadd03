import { isVisible } from './words.ts'

/**
 * What makes a report a formal appeal: who appeals and where they live (No. 393/96, art. 5). The e-mail for the answer
 * is the account's; an electronic signature is not asked for.
 */
export type Appeal = Readonly<Record<AppealPart, string>>

/** In the order that the law and the form name them. */
export const appealParts = ['surname', 'name', 'patronymic', 'residence'] as const

export type AppealPart = (typeof appealParts)[number]

/** Parts in which there is nothing to see. Who has no patronymic writes a dash: the law does not say how else. */
export function missingParts(appeal: Appeal): readonly AppealPart[] {
  return appealParts.filter((part) => !isVisible(appeal[part]))
}

/** Without what stands around them and more than one space between. */
export function tidied(appeal: Appeal): Appeal {
  const { surname, name, patronymic, residence } = appeal
  const tidy = (words: string) => words.trim().replace(/\s+/g, ' ')
  return { surname: tidy(surname), name: tidy(name), patronymic: tidy(patronymic), residence: tidy(residence) }
}
