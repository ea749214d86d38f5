import { ErrorPage } from "../errors/error-page.tsx";
import type { ErrorCode } from "../errors/text.ts";
import { Page } from "../layout.tsx";
import type { View } from "../view.ts";
import { HomeSample, SignInSample } from "./band-samples.tsx";
import { Blocks } from "./blocks.tsx";
import { FormSample } from "./form-sample.tsx";
import { samplesIn } from "./text.ts";

/** What `/gallery?part=…` may name, beside the status codes of the refusal pages. */
export const galleryParts = ["blocks", "form", "errors", "home", "sign-in"] as const;
export const galleryCodes: readonly ErrorCode[] = [403, 404, 413, 422, 429, 500, 503];

const member = { name: "鈴木 花子" };

const Contents = ({ view }: { readonly view: View }) => {
  const words = samplesIn(view.lang);
  return (
    <Page view={view} title={words.title} kind="desk">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="gap">
        {galleryParts.map((part) => (
          <li>
            <a href={`/gallery?part=${part}`}>{words.parts[part]}</a>
          </li>
        ))}
      </ul>
      <p class="gap">
        {words.brokenTitle}:{" "}
        {galleryCodes.map((code) => (
          <>
            <a href={`/gallery?part=${code}`}>{code}</a>{" "}
          </>
        ))}
      </p>
      <Blocks view={view} />
    </Page>
  );
};

type GalleryProps = {
  readonly view: View;
  /** The value of `?part=`; anything unknown shows the contents. */
  readonly part?: string | undefined;
};

/** Every part in each state, for development. */
export const GalleryPage = ({ view, part }: GalleryProps) => {
  const words = samplesIn(view.lang);
  const signedIn = { ...view, frame: { ...view.frame, member } };
  const errors = {
    birthDate: words.birthError,
    password: words.passwordError,
    terms: words.agreeError,
  };
  const code = galleryCodes.find((known) => String(known) === part);
  if (code !== undefined) return <ErrorPage view={view} code={code} />;
  if (part === "form") return <FormSample view={view} errors={{}} />;
  if (part === "errors") return <FormSample view={view} errors={errors} />;
  if (part === "home") return <HomeSample view={signedIn} />;
  if (part === "sign-in") return <SignInSample view={view} />;
  return <Contents view={part === "blocks" ? signedIn : view} />;
};
