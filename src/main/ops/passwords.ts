import { openPasswords, type Passwords } from "../../platform/crypto/passwords.ts";
import type { QueueSize } from "../../platform/crypto/queue.ts";
import type { Metrics } from "../../platform/metrics.ts";

/** The queue of passwords, with its figures. */
export const watchedPasswords = (
  { gauge, counter, seconds }: Metrics,
  size: Omit<QueueSize, "heard">,
): Passwords => {
  let refused = 0;
  const heard = {
    waited: seconds({
      name: "kenpo_password_queue_wait_seconds",
      help: "How long a password waited for its turn to be hashed",
    }),
    refused: () => {
      refused += 1;
    },
  };
  const passwords = openPasswords({ ...size, heard });
  gauge({
    name: "kenpo_password_queue_depth",
    help: "Passwords that wait or are being hashed",
    read: passwords.depth,
  });
  gauge({
    name: "kenpo_password_queue_places",
    help: "How many passwords may wait or be hashed; whoever comes beyond is asked to come again",
    read: () => size.places,
  });
  counter({
    name: "kenpo_password_queue_refused_total",
    help: "Requests that found no place in the queue of passwords",
    read: () => refused,
  });
  return passwords;
};
