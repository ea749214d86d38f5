import type { Web } from "../../platform/http/types.ts";
import { askingRoutes } from "./asking/routes.tsx";
import { openingRoutes } from "./opening/routes.tsx";
import type { RecoveryServices } from "./types.ts";

/** 「IDを忘れた方」「パスワードを忘れた方」: open to everybody, signed in or not. */
export const recoveryRoutes =
  (services: RecoveryServices) =>
  (web: Web): void => {
    askingRoutes(services)(web);
    openingRoutes(services)(web);
  };
