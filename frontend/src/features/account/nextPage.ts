/** Where to go after signing in: only a path of this site, never another host. */
export function nextPage(query: unknown): string {
  const path = typeof query === 'string' ? query : ''
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/login') ? path : '/console'
}
