export { messagesIn } from "./bounces/mbox.ts";
export { type Taken, takeBounce } from "./bounces/take.ts";
export { mailDomainOf } from "./domain.ts";
export { mailPage } from "./frame/page.ts";
export type { Page as MailPage } from "./frame/types.ts";
export type { Report as MailReport } from "./sending/types.ts";
export { type MailWorker, type MailWorkerParts, startMailWorker } from "./sending/worker.ts";
export { queueMails } from "./store.ts";
export type { Mail, MailText, SenderRole } from "./types.ts";
