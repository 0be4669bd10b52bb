/** A path into front matter, such as `["sources", 0, "url"]`. */
export type KeyPath = readonly (string | number)[];
