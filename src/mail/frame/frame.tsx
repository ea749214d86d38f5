import { answersOf, contactLines, text } from "./text.ts";
import type { Page } from "./types.ts";

// Mail programs know tables and inline style, and little else; our pages never use either.
const font = "'Hiragino Kaku Gothic ProN','Noto Sans JP',Meiryo,sans-serif";
const ink = "#1a1a1c";
const quiet = "#4d4d4d";

const Lines = ({ of }: { of: string }) => (
  <>
    {of.split("\n").map((line, i) => (
      <>
        {i > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
);

const Paragraph = ({ words }: { words: string }) => (
  <p style="margin:0 0 16px;font-size:16px;line-height:1.75">
    <Lines of={words} />
  </p>
);

const Small = ({ words }: { words: string }) => (
  <p style={`margin:0 0 12px;font-size:14px;line-height:1.7;color:${quiet}`}>
    <Lines of={words} />
  </p>
);

/** Large and apart for the eye; without gaps in the text, so that it is copied in one piece. */
const Code = ({ code }: { code: string }) => (
  <p
    style={`margin:8px 0 24px;padding:16px 0 16px 8px;background:#f2f2f2;border-radius:8px;text-align:center;font-size:34px;line-height:1.2;font-weight:bold;letter-spacing:8px;font-family:Menlo,Consolas,monospace;color:${ink}`}
  >
    {code}
  </p>
);

const Button = ({ page }: { page: Page }) => {
  if (!page.button) return null;
  const { label, href } = page.button;
  return (
    <>
      <table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 20px">
        <tr>
          <td bgcolor={page.society.brand.colour} style="border-radius:8px">
            <a
              href={href}
              style="display:inline-block;padding:14px 28px;font-size:16px;font-weight:bold;color:#ffffff;text-decoration:none"
            >
              {label}
            </a>
          </td>
        </tr>
      </table>
      <Small words={text(page.language).buttonFails} />
      <p style="margin:0 0 20px;font-size:14px;line-height:1.6;word-break:break-all">
        <a href={href} style="color:#0017c1">
          {href}
        </a>
      </p>
    </>
  );
};

const Foot = ({ page }: { page: Page }) => (
  <td style={`padding:16px 24px 24px;border-top:1px solid #d8d8db;color:${quiet}`}>
    <Small words={contactLines(page).join("\n")} />
    {answersOf(page).map((words) => (
      <Small words={words} />
    ))}
  </td>
);

const Body = ({ page }: { page: Page }) => (
  <td style="padding:24px">
    {page.initials ? <Paragraph words={text(page.language).to(page.initials)} /> : null}
    {page.heading ? (
      <h1 style="margin:0 0 20px;font-size:20px;line-height:1.5">{page.heading}</h1>
    ) : null}
    {page.paragraphs.map((words) => (
      <Paragraph words={words} />
    ))}
    {page.code ? <Code code={page.code} /> : null}
    <Button page={page} />
    {(page.small ?? []).map((words) => (
      <Small words={words} />
    ))}
  </td>
);

const Frame = ({ page }: { page: Page }) => (
  <html lang={page.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      {/* A phone would make a code into a number to call. */}
      <meta name="format-detection" content="telephone=no" />
      <title>{page.subject}</title>
    </head>
    <body style={`margin:0;padding:16px 8px;background:#f2f2f2;color:${ink};font-family:${font}`}>
      <main>
        <table
          role="presentation"
          cellpadding="0"
          cellspacing="0"
          align="center"
          style="width:100%;max-width:600px;table-layout:fixed;word-wrap:break-word;background:#ffffff"
        >
          <tr>
            <td
              style={`padding:16px 24px;border-top:6px solid ${page.society.brand.colour};font-size:16px;line-height:1.5;font-weight:bold`}
            >
              {page.society.name[page.language]}
            </td>
          </tr>
          <tr>
            <Body page={page} />
          </tr>
          <tr>
            <Foot page={page} />
          </tr>
        </table>
      </main>
    </body>
  </html>
);

/** The HTML part: one column, no pictures, nothing loaded from anywhere. */
export const frameHtml = (page: Page): string =>
  `<!doctype html>${(<Frame page={page} />).toString()}`;
