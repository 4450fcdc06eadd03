/** A picture that no connection brings, in its place and without words that would not fit: the page says why. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 72" width="96" height="72"><path fill="#e6e9ee" d="M0 0h96v72H0z"/><g fill="none" stroke="#5b6673" stroke-width="2" stroke-linejoin="round"><path d="M34 26h28v20H34z"/><path d="m36 44 8-9 6 6 4-4 6 7"/><path d="M32 52l32-32" stroke-linecap="round"/></g></svg>`

/** A photo from the server; where nobody answers, a sign that it is not on this device. */
export async function pictureOrSign(request: Request): Promise<Response> {
  const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' }
  return (await fetch(request).catch(() => null)) ?? new Response(drawn, { headers })
}
