/** Connections of the pool, and so mails on their way at a time. */
export const connections = 5;

/** What one attempt may take in all; the lease of a claimed mail must be longer. */
export const attemptSeconds = 240;
