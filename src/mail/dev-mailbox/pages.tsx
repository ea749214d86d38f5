import { BackLink, Dots, Empty, Facts, Page, type View } from "../../ui/index.ts";
import type { KeptMail } from "./read.ts";

const home = "/dev/mail";
const address = /(https?:\/\/[^\s<>"]+)/;

/** The plain part with its links to press, as mail programs show it. */
const Words = ({ text }: { text: string }) => (
  <p class="gap">
    {text.split("\n").map((line) => (
      <>
        {line.split(address).map((part) => (address.test(part) ? <a href={part}>{part}</a> : part))}
        <br />
      </>
    ))}
  </p>
);

export const ListPage = ({ view, mails }: { view: View; mails: readonly KeptMail[] }) => (
  <Page view={view} title="開発用メールボックス" kind="sheet">
    <h1>開発用メールボックス</h1>
    <p class="lead">
      SMTP_URL がないあいだ、送ったメールはここに届きます。新しい順に100通まで表示します。
    </p>
    {mails.length === 0 ? (
      <Empty why="メールはありません。" />
    ) : (
      <div class="gap">
        <Dots
          items={mails.map(({ id, subject, to, at }) => (
            <>
              <a href={`${home}/${id}`}>{subject}</a>
              <br />
              {to}
              <br />
              {at}
            </>
          ))}
        />
      </div>
    )}
  </Page>
);

export const MailPage = ({ view, mail }: { view: View; mail: KeptMail }) => (
  <Page view={view} title={mail.subject} kind="sheet">
    <BackLink href={home}>一覧へ戻る</BackLink>
    <h1>{mail.subject}</h1>
    <Facts
      items={[
        { term: "差出人", value: mail.from },
        { term: "宛先", value: mail.to },
        { term: "日時", value: mail.at },
        { term: "HTML", value: <a href={`${home}/${mail.id}/html`}>HTMLで見る</a> },
      ]}
    />
    <Words text={mail.text} />
  </Page>
);
