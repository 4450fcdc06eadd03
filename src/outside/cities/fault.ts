/** Something wrong in a city's files, for the operator who wrote them; `line` counts from 1, null when it is the file itself. */
export type Fault = { readonly file: string; readonly line: number | null; readonly message: string }

/** A fault in one line, as compilers print it: an editor opens the place from it. */
export function faultLine({ file, line, message }: Fault): string {
  return line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`
}
