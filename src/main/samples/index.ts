export { readKept } from "./kept.ts";
export { samplePerson } from "./people.ts";
export { prepareSamples } from "./samples.ts";
