import type { Locale } from '#src/domain/locale.ts'
import type { Say } from '#src/text/catalogue.ts'

/**
 * The language of somebody else's words, where it is another than the page's (WCAG 3.1.2): as they said, else by the
 * letters. Cyrillic ones are Ukrainian here; Latin ones may be of any language, so nothing is said of them.
 */
export function languageOf(words: string, { locale }: Say, told?: Locale): Locale | undefined {
  const language = told ?? (isCyrillic(words) ? 'uk' : undefined)
  return language === locale ? undefined : language
}

function isCyrillic(words: string): boolean {
  const count = (letters: RegExp) => words.match(letters)?.length ?? 0
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu)
}
