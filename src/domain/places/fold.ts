/**
 * A word reduced to what is left of it however it is spelt: «Київська», «Киевская», "Kyivska" and "kyyivska" come out
 * alike or a letter apart, and so does «Київської». ASCII and lower case; one letter is one sound.
 */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\u0400-\u04ffa-z0-9]/g, plain)
    .replace(sounds, (written) => sound[written] ?? written)
    .replace(/[^a-z0-9]/g, '')
    .replace(/i+(?=[aeou])/g, '')
    .replace(/(\D)\1+/g, '$1')
    .replace(/oi$/, 'a')
    .replace(/oe$/, 'e')
}

/** What slips for one another is one sound: і and и, г and ґ, and what a Latin spelling writes in several ways. */
// biome-ignore format: a row a kind
const sound: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', д: 'd', е: 'e', є: 'e', ё: 'o', э: 'e', ж: 'x', з: 'z',
  и: 'i', і: 'i', ї: 'i', ы: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'q', ш: 'w', щ: 'w', ь: '', ъ: '', ю: 'u', я: 'a',
  shch: 'w', sch: 'w', sh: 'w', ch: 'q', zh: 'x', kh: 'h', gh: 'h', ts: 'c', tz: 'c', ph: 'f', th: 't', ck: 'k',
  y: 'i', j: 'i', g: 'h', w: 'v', q: 'k', c: 'k', x: 'ks',
}
const sounds = /shch|sch|sh|ch|zh|kh|gh|ts|tz|ph|th|ck|[yjgwqcx\u0400-\u04ff]/g

/** A Latin letter without its marks; what is no letter stays out. */
function plain(letter: string): string {
  return letter === 'ß' ? 'ss' : letter.normalize('NFD').replace(/[^a-z]/g, '')
}
