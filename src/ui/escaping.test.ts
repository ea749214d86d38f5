import assert from "node:assert/strict";
import { test } from "node:test";
import * as ui from "./index.ts";
import type { View } from "./view.ts";

const evil = `"><img src=x onerror=alert(1)>'&`;
const view: View = {
  lang: "ja",
  size: "standard",
  path: `/terms?${evil}`,
  formToken: evil,
  requestId: evil,
  frame: {
    name: `${evil}健康保険組合`,
    mark: "<>",
    brandHref: evil,
    contact: { tel: evil, hours: evil, email: evil, formUrl: evil },
    member: { name: evil },
  },
};

const field = { view, name: evil, label: evil, hint: evil, error: evil, value: evil } as const;
const choice = {
  ...{ value: evil, label: evil, why: evil, recommended: true },
  facts: [{ icon: "phone" as const, text: evil }],
};
const news = { on: evil, when: evil, title: evil, href: evil, isNew: true };

const rendered: Readonly<Record<string, unknown>> = {
  Page: ui.Page({ view, title: evil, kind: "sheet", errors: { [evil]: evil }, children: evil }),
  ErrorPage: ui.ErrorPage({ view, code: 500, title: evil, what: evil, mend: evil }),
  ErrorSummary: ui.ErrorSummary({ view, errors: { [evil]: evil, "": evil } }),
  Form: ui.Form({ view, action: evil, hidden: { [`a${evil}`]: evil }, children: evil }),
  Field: ui.Field({ ...field, need: "must", autocomplete: evil, lang: evil }),
  Password: ui.Field({ ...field, need: "may", type: "password" }),
  Choices: ui.Choices({ ...field, need: "must", options: [choice, { value: evil, label: evil }] }),
  Check: ui.Check({ ...field, need: "must" }),
  TermsBox: ui.TermsBox({ view, title: evil, fullHref: evil, children: evil }),
  Steps: ui.Steps({ view, names: [evil, evil, evil], current: 1 }),
  Button: ui.Button({ name: evil, value: evil, children: evil }),
  LinkButton: ui.Button({ href: evil, children: evil }),
  BackLink: ui.BackLink({ href: evil, children: evil }),
  Note: ui.Note({ kind: "info", title: evil, children: evil }),
  Empty: ui.Empty({ why: evil, next: evil }),
  Card: ui.Card({ title: evil, id: evil, children: evil }),
  Facts: ui.Facts({ items: [{ term: evil, value: evil, action: { href: evil, label: evil } }] }),
  Dots: ui.Dots({ items: [evil] }),
  How: ui.How({ items: [{ title: evil, body: evil }] }),
  More: ui.More({ summary: evil, children: evil }),
  Tag: ui.Tag({ children: evil }),
  Tile: ui.Tile({ icon: "home", name: evil, note: evil, href: evil }),
  Tiles: ui.Tiles({ id: evil, title: evil, children: evil }),
  Todo: ui.Todo({ due: evil, title: evil, children: evil }),
  News: ui.News({ view, items: [news] }),
};

for (const [name, node] of Object.entries(rendered))
  test(`${name} escapes every text`, () => {
    const html = String(node);
    assert.ok(html.includes("&lt;img"), "the text is there");
    assert.ok(!html.includes("<img"), "an element came through");
    // A quote that stayed a quote while the rest was escaped would end an attribute.
    assert.ok(!/"&gt;&lt;img/.test(html), "a quote came through");
  });

test("a password is never sent back", () => {
  const html = String(ui.Field({ ...field, value: "hunter2", need: "must", type: "password" }));
  assert.ok(!html.includes("hunter2"));
});
