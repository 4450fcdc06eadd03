/** The value of a cookie that came with a request. */
export function cookie({ headers }: Request, name: string): string | undefined {
  const all = headers.get('cookie')?.split(/;\s*/) ?? []
  return all.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
}
