import { Actions, Button } from "../forms/form.tsx";
import { Card, Empty, Note } from "../parts/blocks.tsx";
import { Icon, iconNames } from "../parts/icons.tsx";
import { Dots, Facts, How, More, Tag } from "../parts/lists.tsx";
import type { View } from "../view.ts";
import { samplesIn } from "./text.ts";

type WithView = { readonly view: View };

const Buttons = ({ view }: WithView) => {
  const words = samplesIn(view.lang);
  return (
    <Card title={words.buttons} id="buttons">
      <Actions>
        <Button main>{words.main}</Button>
        <Button href="/gallery">{words.second}</Button>
        <Button danger>{words.danger}</Button>
      </Actions>
      <p class="gap">
        <Button small>{words.small}</Button>
      </p>
      <p class="gap">
        <Button wide href="/gallery" icon="download">
          {words.save}
        </Button>
      </p>
    </Card>
  );
};

const Notes = ({ view }: WithView) => {
  const words = samplesIn(view.lang);
  return (
    <Card title={words.notes} id="notes">
      <div class="stack gap">
        <Note kind="info" title={words.noteInfo}>
          {words.lorem}
        </Note>
        <Note kind="warn" title={words.noteWarn}>
          {words.lorem}
        </Note>
        <Note kind="ok" title={words.noteOk} status>
          {words.lorem}
        </Note>
        <Note kind="stop" title={words.noteStop} />
        <Empty why={words.empty} next={words.emptyNext} />
      </div>
    </Card>
  );
};

const Lists = ({ view }: WithView) => {
  const words = samplesIn(view.lang);
  const action = { href: "/gallery", label: words.change };
  return (
    <Card title={words.lists} id="lists">
      <div class="stack gap">
        <Facts items={words.facts.map(([term, value]) => ({ term, value, action }))} />
        <Dots items={words.dots} />
        <How items={words.how.map((title) => ({ title, body: <p>{words.lorem}</p> }))} />
        <More summary={words.more}>
          <p>{words.lorem}</p>
        </More>
        <p>
          {(["new", "ok", "warn", "stop"] as const).map((kind) => (
            <>
              <Tag kind={kind}>{words.tags[kind]}</Tag>{" "}
            </>
          ))}
        </p>
      </div>
    </Card>
  );
};

const Icons = ({ view }: WithView) => (
  <Card title={samplesIn(view.lang).icons} id="icons">
    <ul class="gap">
      {iconNames.map((name) => (
        <li>
          <Icon name={name} /> <span lang="en">{name}</span>
        </li>
      ))}
    </ul>
  </Card>
);

/** What stands on a desk: buttons, notes, lists, icons. */
export const Blocks = ({ view }: WithView) => (
  <div class="stack gap">
    <Buttons view={view} />
    <Notes view={view} />
    <Lists view={view} />
    <Icons view={view} />
  </div>
);
