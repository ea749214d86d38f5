import { allGalleries } from "../../src/main/gallery/features.ts";
import { settingFor, societiesFor } from "../../src/main/gallery/setting.ts";
import { type Language, sampleRegistry } from "../../src/society/index.ts";
import type { PageSample, Sample } from "../../src/ui/gallery/types.ts";

export const registry = sampleRegistry("http://localhost:3000");
export const galleries = await allGalleries(registry.all());

export type Told = { readonly feature: string; readonly sample: Sample; readonly path: string };

export const all: readonly Told[] = galleries.flatMap(({ name: feature, samples }) =>
  samples.map((sample) => ({ feature, sample, path: `/gallery/${feature}/${sample.name}` })),
);

export const pages = all.filter(
  (told): told is Told & { readonly sample: PageSample } => "page" in told.sample,
);

/** What the sample is given in each society that can meet it. */
export const settingsOf = (sample: Sample, lang: Language) =>
  societiesFor(registry, sample).map((society) =>
    settingFor(registry, {
      sample,
      society,
      asked: { lang, size: "standard", path: "/gallery/sample" },
    }),
  );

/** The sample's pages or HTML parts, one for each society. */
export const htmlOf = (sample: Sample, lang: Language): readonly string[] =>
  settingsOf(sample, lang).flatMap((setting) => {
    if ("page" in sample) return [String(sample.page(setting))];
    return "mail" in sample ? [sample.mail(setting).content.html] : [];
  });
