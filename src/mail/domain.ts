import type { Society } from "../society/types.ts";

/**
 * What stands after the @ of a society's senders, and what a member's filter must allow.
 * @param installationDomain KENPO_MAIL_DOMAIN
 */
export const mailDomainOf = (
  { mailDomain }: Pick<Society, "mailDomain">,
  installationDomain: string,
): string => mailDomain ?? installationDomain;
