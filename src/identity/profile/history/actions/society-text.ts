import { both } from "./both.ts";

/** Of letters, of the society's list of members, and of what goes to and fro by mail. */
export const societyActions = {
  "credential.issued": both(
    "ご案内(仮ID)が発行されました",
    "A letter with a provisional ID was issued",
  ),
  "credential.imported": both(
    "前のシステムのIDが引き継がれました",
    "Your ID was brought over from an earlier system",
  ),
  "credential.returned": both(
    "お送りしたご案内が、組合に戻ってきました",
    "The letter to you came back to your society",
  ),
  "credential.fetched": both(
    "ご案内のファイルが取り出されました",
    "The file of your letter was fetched",
  ),
  "member.added": both(
    "組合の名簿に、あなたの情報が加わりました",
    "Your society added you to its members",
  ),
  "member.changed": both(
    "組合の名簿の、あなたの情報が変わりました",
    "Your society changed your information",
  ),
  "member.ended": both(
    "組合の名簿で、資格の喪失が記録されました",
    "Your society noted the end of your cover",
  ),
  "member.mail-exempted": both(
    "メールアドレスなしでの登録が認められました",
    "You were allowed to register without e-mail",
  ),
  "member.mail-exemption-ended": both(
    "メールアドレスなしでの登録の許可が終わりました",
    "Leave to register without e-mail has ended",
  ),
  "contact.sent": both("お問い合わせを送りました", "A question was sent to your society"),
  "mail.bounced": both(
    "あなたあてのメールが届きませんでした",
    "A mail to you could not be delivered",
  ),
};
