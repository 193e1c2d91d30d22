export type MessageTree = Record<string, unknown>

/** Every file owns its top-level keys (a feature: the one of its folder's name), so a flat merge cannot lose a text. */
export function merge(files: MessageTree[]): MessageTree {
  return Object.assign({}, ...files) as MessageTree
}
