// An SMTP server in a process of its own, as a society's relay is: it takes every mail and counts.
// Told "count", it answers with how many came since it was asked last.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

let count = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData: (stream, _session, answer) => {
    stream.resume();
    stream.on("end", () => {
      count += 1;
      answer();
    });
  },
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.server.address() as AddressInfo).port });
});
process.on("message", () => {
  process.send?.({ count });
  count = 0;
});
process.on("disconnect", () => process.exit());
