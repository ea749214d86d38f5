import { BackLink, Card, Dots, Note, Page, type View } from "../../ui/index.ts";
import { ContactCards, type Reachable } from "../contact/page.tsx";
import { en, ja } from "./text.ts";

type Props = {
  readonly view: View;
  readonly what: "id" | "password";
  readonly societies: readonly Reachable[];
};

/** 「IDを忘れた方」「パスワードを忘れた方」: whom to ask, and what to have at hand. */
export const ForgottenPage = ({ view, what, societies }: Props) => {
  const words = view.lang === "ja" ? ja : en;
  return (
    <Page view={view} title={words[what].title} kind="desk">
      <BackLink href="/sign-in">{words.back}</BackLink>
      <h1>{words[what].title}</h1>
      <p class="lead">{words[what].lead}</p>
      <div class="stack gap">
        <Note kind="info" title={words.first}>
          {words.firstText}
        </Note>
        <Card title={words.ready} id="ready">
          <Dots items={words.readyItems} />
        </Card>
        <ContactCards view={view} societies={societies} />
      </div>
    </Page>
  );
};
