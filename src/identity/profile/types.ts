import type { StepUpServices } from "../step-up/index.ts";

export type ProfileServices = StepUpServices;
