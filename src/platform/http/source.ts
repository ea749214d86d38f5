import ipaddr from "ipaddr.js";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];
type Peer = { readonly address: string; readonly forwardedFor: string | undefined };

const rangeOf = (text: string): Range =>
  ipaddr.isValidCIDR(text)
    ? ipaddr.parseCIDR(text)
    : [ipaddr.process(text), ipaddr.process(text).kind() === "ipv4" ? 32 : 128];

const isIn = (address: string, ranges: readonly Range[]) => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
};

const plain = (address: string) =>
  ipaddr.isValid(address) ? ipaddr.process(address).toString() : "unknown";

/**
 * Where a request comes from. `X-Forwarded-For` is believed only from a trusted proxy, and of it
 * the rightmost address that is no proxy of ours: whatever stands left of it, a stranger can write.
 * @param trusted CIDRs or addresses
 */
export const sourceReader = (trusted: readonly string[]) => {
  const ranges = trusted.map(rangeOf);
  return ({ address, forwardedFor }: Peer): string => {
    if (!isIn(address, ranges) || !forwardedFor) return plain(address);
    const hops = forwardedFor.split(",").map((hop) => hop.trim());
    const client = hops.reverse().find((hop) => !isIn(hop, ranges));
    return plain(client ?? address);
  };
};

export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
