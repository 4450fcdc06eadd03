// Controls that a text column refuses or that turn a line's reading order round; line ends and tabs stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** What a person typed, fit to store and show: well-formed Unicode in NFC, `\n` line ends, no invisible controls. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC')
}
