import { ErrorSummary, wholeForm } from "../forms/error-summary.tsx";
import { Field } from "../forms/field.tsx";
import { Actions, Button, Form, OnLink } from "../forms/form.tsx";
import { Page } from "../layout.tsx";
import { Band, Card, Desk, Note, Pair } from "../parts/blocks.tsx";
import { Home, HomeColumn, News, Tile, Tiles, Todo } from "../parts/home.tsx";
import type { View } from "../view.ts";
import { samplesIn } from "./text.ts";

type WithView = { readonly view: View };

export const SignInSample = ({ view }: WithView) => {
  const words = samplesIn(view.lang);
  const errors = { [wholeForm]: words.signInError };
  return (
    <Page view={view} title={words.signIn} kind="band" errors={errors}>
      <Band>
        <p class="hello__name hello--small">{words.welcome}</p>
        <p class="hello__last">{words.welcomeLead}</p>
      </Band>
      <Desk>
        <Pair
          side={
            <>
              <Card title={words.first} id="first">
                <p class="lead">{words.firstText}</p>
              </Card>
              <Note kind="info" icon="clock" title={words.noteInfo}>
                {words.lorem}
              </Note>
            </>
          }
        >
          <ErrorSummary view={view} errors={errors}>
            <p>{words.lorem}</p>
          </ErrorSummary>
          <h1>{words.signIn}</h1>
          <Form view={view} action="/gallery">
            <Field
              view={view}
              name="userId"
              label={words.userId}
              need="none"
              hint={words.signInHint}
            />
            <Field view={view} name="password" label={words.password} need="none" type="password" />
            <Actions>
              <Button main wide>
                {words.signIn}
              </Button>
            </Actions>
          </Form>
          <ul class="gap">
            <li>
              <OnLink href="/gallery">{words.forgotId}</OnLink>
            </li>
            <li>
              <OnLink href="/gallery">{words.forgotPassword}</OnLink>
            </li>
          </ul>
        </Pair>
      </Desk>
    </Page>
  );
};

export const HomeSample = ({ view }: WithView) => {
  const words = samplesIn(view.lang);
  const news = { on: "2026-11-05", when: words.newsWhen, title: words.news, href: "/gallery" };
  return (
    <Page view={view} title={words.parts.home} kind="band">
      <Band>
        <h1 class="hello__name">{words.hello}</h1>
        <p class="hello__last">{words.last}</p>
      </Band>
      <Desk>
        <Home>
          <Todo due={words.due} title={words.todo}>
            <p>{words.todoText}</p>
            <Button main href="/gallery">
              {words.answer}
            </Button>
          </Todo>
          <HomeColumn>
            <Tiles id="records" title={words.records}>
              <Tile
                icon="medical-costs"
                name={words.costs}
                note={words.costsNote}
                href="/gallery"
              />
              <Tile icon="checkups" name={words.checkups} href="/gallery" />
            </Tiles>
          </HomeColumn>
          <HomeColumn>
            <Tiles id="eligibility" title={words.eligibility}>
              <Tile
                icon="eligibility-notice"
                name={words.notice}
                note={words.noticeNote}
                href="/gallery"
              />
            </Tiles>
          </HomeColumn>
          <News view={view} items={[{ ...news, isNew: true }, news]} />
        </Home>
      </Desk>
    </Page>
  );
};
