export { findLink, insertLink } from "./store.ts";
