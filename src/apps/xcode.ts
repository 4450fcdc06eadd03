import { createHash } from 'node:crypto'

/** Xcode names all things by 24 digits; the same thing has the same at each making. */
export function key(of: string): string {
  return createHash('sha256').update(of).digest('hex').slice(0, 24).toUpperCase()
}

/** A thing in a list of things, as Xcode writes it. */
export function member(id: string, name: string): string {
  return `\t\t\t\t${id} /* ${name} */,\n`
}

/** A file of a folder, as the project knows it. */
export function fileReference(id: string, name: string, type: string): string {
  return `\t\t${id} /* ${name} */ = {isa = PBXFileReference; lastKnownFileType = ${type}; path = ${name}; sourceTree = "<group>"; };\n`
}

/** A file where it is built. */
export function buildFile(id: string, file: string, name: string, phase: string): string {
  return `\t\t${id} /* ${name} in ${phase} */ = {isa = PBXBuildFile; fileRef = ${file} /* ${name} */; };\n`
}
