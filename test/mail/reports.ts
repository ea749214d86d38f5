// Reports of (non-)delivery as mail servers write them.

export type ReportParts = {
  /** Envelope sender of our mail, to which the report comes. */
  readonly bounceTo: string;
  readonly action?: string;
  readonly status?: string;
  /** Header lines of the report; how the receiving server names the address it was sent to. */
  readonly headers?: readonly string[];
  /** Header lines of our mail that come back. */
  readonly returned?: readonly string[];
};

/** As Postfix writes it (RFC 3464). */
export const deliveryReport = ({
  bounceTo,
  action = "failed",
  status = "5.1.1",
  headers = [`Delivered-To: ${bounceTo}`],
  returned = [],
}: ReportParts): string =>
  [
    "Return-Path: <>",
    ...headers,
    "Received: by mx.kenpo.example (Postfix)",
    "Date: Fri, 20 Nov 2026 10:00:05 +0900 (JST)",
    "From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status;",
    '\tboundary="9B0A1.1795140005/mx.example.jp"',
    "Message-Id: <20261120010005.C0FFEE@mx.example.jp>",
    "",
    "This is a MIME-encapsulated message.",
    "",
    "--9B0A1.1795140005/mx.example.jp",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "This is the mail system at host mx.example.jp.",
    "",
    "--9B0A1.1795140005/mx.example.jp",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.jp",
    "X-Postfix-Queue-ID: 9B0A1",
    "Arrival-Date: Fri, 20 Nov 2026 10:00:03 +0900 (JST)",
    "",
    "Final-Recipient: rfc822; hanako@example.jp",
    "Original-Recipient: rfc822;hanako@example.jp",
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mail.example.jp",
    "Diagnostic-Code: smtp; 550 5.1.1 <hanako@example.jp>: Recipient address rejected:",
    "    User unknown in local recipient table",
    "",
    "--9B0A1.1795140005/mx.example.jp",
    "Content-Description: Undelivered Message Headers",
    "Content-Type: message/rfc822",
    "",
    ...returned,
    "From: webmaster@kenpo.example",
    "To: hanako@example.jp",
    "Subject: hello",
    "",
    "body",
    "--9B0A1.1795140005/mx.example.jp--",
    "",
  ].join("\r\n");

export const outOfOffice = (bounceTo: string): string =>
  [
    `Delivered-To: ${bounceTo}`,
    "From: hanako@example.jp",
    `To: ${bounceTo}`,
    "Subject: =?UTF-8?B?5LiN5Zyo6YCa55+l?=",
    "Auto-Submitted: auto-replied",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "I am away. Action: failed",
    "",
  ].join("\r\n");

/** RFC 4155. */
export const mboxOf = (messages: readonly string[]): string =>
  messages.map((message) => `From MAILER-DAEMON Fri Nov 20 10:00:05 2026\n${message}\n`).join("\n");
