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

/**
 * What throttles count as one source: an IPv6 address is one of 2⁶⁴ that a single line has, so its
 * /64 network stands for it.
 */
export const networkOf = (source: string): string => {
  if (!ipaddr.IPv6.isValid(source)) return source;
  const parts = ipaddr.IPv6.parse(source).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
};

export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
