import {
  Actions,
  Band,
  Button,
  Card,
  Desk,
  Empty,
  Home,
  HomeColumn,
  News,
  Page,
  Tile,
  Tiles,
} from "../../ui/index.ts";
import { homeNotes } from "./notes/index.ts";
import { homeWords } from "./text.ts";
import type { HomeProps } from "./types.ts";

type Props = HomeProps;

const groups = ["records", "eligibility", "paperwork"] as const;

const Services = ({ view, tiles }: Props) => {
  const words = homeWords(view.lang);
  if (tiles.length === 0)
    return (
      <div class="home__todo">
        <Empty why={words.noServices} />
      </div>
    );
  return (
    <>
      {groups
        .map((group) => ({ group, shown: tiles.filter((tile) => tile.group === group) }))
        .filter(({ shown }) => shown.length > 0)
        .map(({ group, shown }) => (
          <HomeColumn>
            <Tiles id={group} title={words[group]}>
              {shown.map(({ icon, href, title, note }) => (
                <Tile icon={icon} href={href} name={title[view.lang]} note={note[view.lang]} />
              ))}
            </Tiles>
          </HomeColumn>
        ))}
    </>
  );
};

/** Offered where nothing is enrolled: who must have a second factor has one. */
const SaferCard = ({ view, session }: Props) => {
  const words = homeWords(view.lang);
  // One thing at a time: the address first.
  if (session.factorMethod !== null || session.addressUnconfirmed) return null;
  return (
    <div class="home__todo">
      <Card title={words.safer} id="safer">
        <p>{words.saferText}</p>
        <Actions>
          <Button href="/profile/factors/new">{words.saferButton}</Button>
        </Actions>
      </Card>
    </div>
  );
};

/** Home (TOP). */
export const HomePage = (props: Props) => {
  const { view, session, lastSignIn } = props;
  const words = homeWords(view.lang);
  return (
    <Page view={view} title={words.title} kind="band">
      <Band>
        <h1 class="hello__name">
          {session.memberName} <span class="hello__san">{words.san}</span>
        </h1>
        <p class="hello__last">
          {lastSignIn === null ? (
            words.firstTime
          ) : (
            <>
              {words.lastSignIn} <span class="nowrap">{lastSignIn}</span>
            </>
          )}
        </p>
      </Band>
      <Desk>
        <Home>
          {homeNotes.map((HomeNote) => (
            <HomeNote {...props} />
          ))}
          <Services {...props} />
          <SaferCard {...props} />
          <News view={view} items={[]} />
        </Home>
      </Desk>
    </Page>
  );
};
