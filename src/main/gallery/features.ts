import type { Society } from "../../society/index.ts";
import type { FeatureGallery, Sample } from "../../ui/gallery/types.ts";

type Room = { readonly gallery: readonly FeatureGallery[] };

/** One line a feature, in the order of the contents. */
const rooms: readonly (() => Promise<Room>)[] = [
  () => import("../../ui/gallery/gallery.tsx"),
  () => import("../../identity/sign-in/gallery.tsx"),
  () => import("../../identity/first-sign-in/views/gallery/index.ts"),
  () => import("../../identity/second-factor/gallery/index.ts"),
  () => import("../../identity/factor-steps/gallery.ts"),
  () => import("../../identity/methods/passkey/gallery.tsx"),
  () => import("../../identity/methods/totp/gallery.tsx"),
  () => import("../../identity/mail-check/gallery.ts"),
  () => import("../../identity/methods/mail-otp/gallery.tsx"),
  () => import("../../identity/methods/recovery-codes/gallery.tsx"),
  () => import("../../identity/recovery/gallery/index.ts"),
  () => import("../../identity/step-up/gallery.tsx"),
  () => import("../../identity/password-reset/gallery/index.ts"),
  () => import("../../identity/profile/gallery/index.ts"),
  () => import("../../identity/terms-consent/gallery.tsx"),
  () => import("../../identity/own-sessions/gallery.tsx"),
  () => import("../../identity/after-cover/gallery.tsx"),
  () => import("../../identity/address/gallery.tsx"),
  () => import("../../identity/addresses/gallery/index.ts"),
  () => import("../../identity/password-expiry/gallery.ts"),
  () => import("../../identity/locks/gallery.ts"),
  () => import("../../identity/staff-lock/gallery.ts"),
  () => import("../../identity/provisional/brought/gallery.ts"),
  () => import("../../identity/reissue/gallery.ts"),
  () => import("../../letters/gallery.ts"),
  () => import("../../services/home/gallery.tsx"),
  () => import("../../guidance/gallery.tsx"),
  () => import("../../guidance/contact/gallery.tsx"),
  () => import("./trouble-gallery.tsx"),
  () => import("../../mail/dev-mailbox/gallery.tsx"),
];

/** Every feature's own list, of what can be met in one of these societies. */
export const allGalleries = async (
  societies: readonly Society[],
): Promise<readonly FeatureGallery[]> => {
  const all = (await Promise.all(rooms.map((room) => room()))).flatMap(({ gallery }) => gallery);
  return all.map((feature) => ({
    ...feature,
    samples: feature.samples.filter(({ fits = () => true }) => societies.some(fits)),
  }));
};

export type Found = { readonly feature: FeatureGallery; readonly sample: Sample };

/** Undefined where there is none of this name. */
export const findSample = (
  all: readonly FeatureGallery[],
  { feature: name, sample: own }: { readonly feature: string; readonly sample: string },
): Found | undefined => {
  const feature = all.find((one) => one.name === name);
  const sample = feature?.samples.find((one) => one.name === own);
  return feature && sample && { feature, sample };
};
