export { keptFor } from "./kept.ts";
