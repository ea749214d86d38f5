// 不達 bounce: what a report of non-delivery says against the address.

/** RFC 3463: these tell of the mail or of us, and another mail may well arrive. */
const notTheAddress = [
  // message too long for this mailbox, for this system
  /^\d\.2\.3$/,
  /^\d\.3\.4$/,
  // the content could not be converted
  /^\d\.6\./,
  // security and policy: our network is on somebody's list, a filter did not like the words
  /^\d\.7\./,
];

/** Whether a mail that failed with this code makes its address one that is known to fail. */
export const isAgainstAddress = (status: string): boolean =>
  !notTheAddress.some((pattern) => pattern.test(status));
