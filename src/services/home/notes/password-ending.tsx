import { warnedEnd } from "../../../identity/password-expiry/index.ts";
import { momentIn } from "../../../kernel/moments.ts";
import { Actions, Button, Note } from "../../../ui/index.ts";
import { homeWords } from "../text.ts";
import type { HomeProps } from "../types.ts";

/** From the first warning on, until another password is chosen. */
export const PasswordEndingNote = ({ view, session, society, now }: HomeProps) => {
  const words = homeWords(view.lang);
  const { passwordChangedAt: changedAt } = session;
  const endsAt = warnedEnd({ changedAt, policy: society.policy.password, now });
  if (endsAt === null) return null;
  return (
    <div class="home__todo">
      <Note kind="warn" title={words.passwordEndingTitle}>
        {words.passwordEnding(momentIn(view.lang, endsAt))}
        <Actions>
          <Button href="/profile/password">{words.changePassword}</Button>
        </Actions>
      </Note>
    </div>
  );
};
