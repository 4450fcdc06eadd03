import type { Locale } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import { inMegabytes } from '../uploads/file-problem-words.ts'
import { largestFile, type PhotoWords } from './photo-settings.ts'

/** Those that the browser says; their holes in braces are filled there. */
const plain = [
  'files.photo',
  'files.video',
  'files.remove_named',
  'files.waiting',
  'files.preparing',
  'files.shrinking',
  'files.sending',
  'files.checking',
  'files.retrying',
  'files.done',
  'files.removed',
  'files.place_taken',
  'files.refused',
  'files.problem.file_too_large',
  'files.problem.video_too_long',
  'files.problem.not_sent',
  'files.problem.unreadable',
  'form.waiting_files',
] as const

export type PhotoWord = (typeof plain)[number] | 'files.problem.too_many_files'

/** The sentences of the photo field, to travel with the page. */
export function photoWords(locale: Locale, most: number): PhotoWords {
  const t = say(locale)
  const holes = {
    index: '{index}',
    name: '{name}',
    why: '{why}',
    percent: '{percent}',
    megabytes: inMegabytes(largestFile),
  }
  const words = plain.map((word) => [word, t(word, holes)] as const)
  return Object.fromEntries([
    ...words,
    ['files.problem.too_many_files', t('files.problem.too_many_files', { most })],
  ]) as PhotoWords // safe: all of them
}
