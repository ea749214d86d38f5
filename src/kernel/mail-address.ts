/** Nobody has two mailboxes that differ in case alone. */
export const isSameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `h•••@e•••.jp`: enough for its owner to know it, not enough for a stranger. */
export const maskAddress = (address: string): string => {
  const at = address.lastIndexOf("@");
  const dot = address.lastIndexOf(".");
  return `${address.slice(0, 1)}•••@${address.slice(at + 1, at + 2)}•••${address.slice(dot)}`;
};
