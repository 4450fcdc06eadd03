export type Cell = string | number | boolean | null

/**
 * What a table for spreadsheets begins with: the mark by which they know UTF-8, and so Ukrainian letters. It stands
 * once, before the first record.
 */
export const csvStart = '\uFEFF'

/**
 * One record of a table, ended as RFC 4180 says. Words that a spreadsheet would take for a formula have an apostrophe
 * before them; null is an empty cell.
 */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const words = defused(cell)
  return /[",;\r\n\t]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/**
 * A formula begins a cell. Where the list separator is a semicolon, as on a Ukrainian desktop, a table with commas is
 * cut at semicolons and at the ends of lines, quoted or not: so what follows one of those begins a cell too.
 */
function defused(words: string): string {
  return words.replace(/(?<=^|[;\r\n\t])(?=[^\S\r\n\t]*[=+\-@＝＋－＠])|^(?=[\t\r])/g, "'")
}
