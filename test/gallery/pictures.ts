import { openBrowser, takePicture } from "../browser.ts";
import { openGallery } from "./server.ts";
import { pages } from "./shown.ts";

// `scripts/node test/gallery/pictures.ts [WORD]`: every sample whose path has the word, in both
// languages and widths, for people to look at: test-results/pictures/gallery-….png

const [word = ""] = process.argv.slice(2);
const gallery = await openGallery();
const browser = await openBrowser();
for (const width of [390, 1280] as const) {
  const page = await browser.page({ width });
  for (const { path, feature, sample } of pages.filter((told) => told.path.includes(word)))
    for (const lang of ["ja", "en"] as const) {
      await page.goto(`${gallery.baseUrl}${path}?lang=${lang}`);
      await takePicture(page, `gallery-${feature}-${sample.name}-${lang}-${width}`);
    }
}
await browser.close();
gallery.close();
