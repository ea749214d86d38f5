import { guarded, inFile, type Mutant, mutant, type Piece } from "../any-order/mutant.ts";

// One piece of source each that is a check of a sign-in with a second factor, and what stands there
// without it.

const identity = "src/identity";
const finish = inFile(`${identity}/second-factor/finish.ts`);
const changed = inFile(`${identity}/second-factor/ends/changed.ts`);
const begin = inFile(`${identity}/second-factor/begin.ts`);
const signedIn = inFile(`${identity}/sign-in/signed-in.ts`);
const signInRules = inFile(`${identity}/sign-in/rules.ts`);
const plan = inFile(`${identity}/factor-steps/plan.ts`);
const verify = inFile(`${identity}/factor-steps/verify/verify.tsx`);
const judge = inFile(`${identity}/factor-steps/verify/judge.ts`);
const closed = inFile(`${identity}/factor-steps/verify/arrive.ts`);
const ask = inFile(`${identity}/factor-steps/verify/ask.ts`);
const enrol = inFile(`${identity}/factor-steps/enrol.tsx`);
const codesStep = inFile(`${identity}/factor-steps/recovery-codes.tsx`);
const methodStep = inFile(`${identity}/factor-steps/method.tsx`);
const changes = inFile(`${identity}/factor-steps/changes.ts`);
const rules = inFile(`${identity}/methods/rules.ts`);
const totpRules = inFile(`${identity}/methods/totp/rules.ts`);
const totpDoor = inFile(`${identity}/methods/totp/challenge.tsx`);
const totpEnrol = inFile(`${identity}/methods/totp/enrol.tsx`);
const totpMethod = inFile(`${identity}/methods/totp/index.ts`);
const mailJudge = inFile(`${identity}/methods/mail-otp/judge.ts`);
const mailDoor = inFile(`${identity}/methods/mail-otp/door.tsx`);
const mailCheck = inFile(`${identity}/mail-check/rules.ts`);
const paperDoor = inFile(`${identity}/methods/recovery-codes/challenge.ts`);
const paper = inFile(`${identity}/methods/recovery-codes/sealed.ts`);
const passkeyDoor = inFile(`${identity}/methods/passkey/challenge.tsx`);
const advance = inFile("src/flow/advance.ts");
const submit = inFile("src/flow/submit.ts");

/** Nobody misses it, because of what stands before it. */
const alone = (name: string, guardedBy: string, ...pieces: readonly Piece[]): Mutant => ({
  name,
  pieces,
  guardedBy,
});

const ofPassword: readonly Mutant[] = [
  mutant("who has something is asked", signedIn("login.factorMethod === null && ", "")),
  mutant(
    "of whom something is demanded is asked",
    signedIn(' && society.policy.secondFactor.demand === "optional"', ""),
  ),
  mutant(
    "asked when it is enrolled",
    begin("const isAsked = hasFactor(factors);", "const isAsked = false;"),
  ),
  mutant(
    "must enrol",
    begin("!isAsked && !mustEnrol(society.policy, person, factors)", "!isAsked"),
  ),
  mutant(
    "no sign-in while it is locked",
    signInRules("login.factorLockedUntil !== null && now < login.factorLockedUntil", "false"),
  ),
  mutant(
    "the active one first",
    rules("if (own.some(({ method }) => method === active)) return active;", ""),
  ),
];

const noVerify = plan("...(hasFactor(state.factors) ? [verify] : [])", "...[]");
const ofPlan: readonly Mutant[] = [
  mutant("verify in the plan", noVerify),
  mutant(
    "enrolment in the plan",
    plan(
      "...(mustEnrol(policy, state.person, state.factors) ? enrolmentPlan(state) : [])",
      "...[]",
    ),
  ),
  mutant("enrol in the plan", plan("...(madeFactor(state) ? [] : [enrol])", "...[]")),
  mutant(
    "a policy asks of whom it says",
    rules('requiredOf.includes(isInsuredPerson ? "insured-person" : "dependent")', "true"),
  ),
  mutant(
    "a policy is content with what it allows",
    rules(
      "!isSpare(factor) && methods.includes(factor.method as ChosenMethod)",
      "!isSpare(factor)",
    ),
  ),
  mutant(
    "codes alone are not enough",
    rules("!isSpare(factor) && methods", "methods.length > 0 || methods"),
    rules("factors.some((factor) => !isSpare(factor))", "factors.length > 0"),
  ),
];

const notClosed = closed("!held || held.lockedAt !== null || isFactorLocked(held, now)", "!held");
const ofVerify: readonly Mutant[] = [
  mutant("nothing is judged while it is locked", notClosed),
  mutant("nothing is judged in a lock of staff", closed("held.lockedAt !== null || ", "")),
  mutant("nothing is judged in a lock by wrong ones", closed(" || isFactorLocked(held, now)", "")),
  mutant(
    "what is wrong does not pass",
    judge(
      'if (verdict.kind === "wrong") return wrong(judging, verdict);',
      'if (verdict.kind === "wrong") return passed(judging, { factorId: held.factors[0]?.id } as never);',
    ),
  ),
  mutant(
    "wrong ones are noted",
    judge("...changes, noteWrong(owner.accountId, count)", "...changes"),
  ),
  mutant("only guesses count", judge("if (!isCounted)", "if (false)")),
  mutant("a lock ends the attempt", judge("if (lockedUntil === null)", "if (true)")),
  mutant(
    "the owner is told of a lock",
    judge("factorLockMail({ society, owner, held, lockedAt: now, lockedUntil })", "[]"),
  ),
  mutant(
    "a right one begins the row anew",
    judge("...changes, noteRight(owner.accountId, { id: factorId, at: scene.now })", "...changes"),
  ),
  mutant(
    "the changes of a right one",
    judge("changes: [...changes, noteRight", "changes: [noteRight"),
  ),
  mutant("one more counts one", rules("const count = wrong + 1;", "const count = wrong;")),
  mutant("each tenth locks", rules("count % lock.factorTries === 0", "false")),
  mutant("twice as long", rules("minutes * 2 ** (nth - 1)", "minutes")),
  mutant(
    "at most so long",
    rules("Math.min(minutes * 2 ** (nth - 1), longest)", "minutes * 2 ** (nth - 1)"),
  ),
  alone(
    "only what is enrolled is asked instead",
    "its door passes nobody who has not enrolled it",
    verify(
      "oneOf(othersOf(place, question))",
      'oneOf(["totp", "mail-otp", "passkey", "recovery-codes"])',
    ),
    ask("if (!factors.some((one) => one.method === method)) return gone;", ""),
  ),
];

const anyAllowed = methodStep(".filter((one) => allowed.includes(one.name as ChosenMethod))", "");
const ofEnrolment: readonly Mutant[] = [
  mutant("allowed ones are offered", anyAllowed),
  mutant(
    "what is wrong enrols nothing",
    enrol('if (verdict.kind === "wrong") {', 'if (verdict.kind === "never") {'),
    enrol(
      'if (verdict.kind === "wrong") return {};',
      'if (verdict.kind === "wrong") return { made: [{ method: questionOf(scene).method, name: "", detail: questionOf(scene).kept }] };',
    ),
  ),
  mutant(
    "who has no mailbox needs codes",
    codesStep("isLater && factor.person.isMailExempt", "false"),
  ),
  mutant(
    "codes are offered to who has no mailbox",
    enrol("(method.isLosable || person.isMailExempt)", "false"),
  ),
  mutant(
    "it becomes the active one",
    changes("chosen ? [activate(place.owner.accountId, chosen.method)] : []", "[]"),
  ),
];

const ofEnd: readonly Mutant[] = [
  mutant("a lock of staff at the end", changed("held.lockedAt !== null || ", "")),
  mutant("a lock by wrong ones at the end", finish("isFactorLocked(held, scene.now) || ", "")),
  mutant(
    "the same password at the end",
    changed("held.passwordChangedAt !== passwordChangedAt", "false"),
  ),
  mutant(
    "the same address at the end",
    changed("return email !== null && ", "return email === undefined && "),
  ),
  mutant(
    "nothing was enrolled elsewhere, or it was shown",
    changed("factors.some(({ id }) => id === passed?.factorId)", "true"),
  ),
  mutant("what was shown is still there", changed(": passed === null", ": true")),
  mutant(
    "what is demanded today",
    finish(
      "if (!mustEnrol(society.policy, factor.person, [...held.factors, ...made])) return null;",
      "if (flow.id) return null;",
    ),
  ),
  mutant(
    "what is not allowed is not written",
    changes("satisfying(policy, [chosen]).length === 0", "factors.length < 0"),
  ),
  mutant(
    "led back, it looks at what there is now",
    finish("factor: { ...factor, factors, enrolling", "factor: { ...factor, enrolling"),
  ),
  mutant(
    "by what its owner was known",
    plan("[state.passed?.method, madeFactor(state)?.method]", "[madeFactor(state)?.method]"),
  ),
];

const ofTotp: readonly Mutant[] = [
  mutant(
    "a step once",
    totpRules('found > lastStep ? ok(found) : refuse("totp-used")', "ok(found)"),
  ),
  mutant("a step is taken", totpDoor("changes: [takeStep(factorId, judged.value)]", "changes: []")),
  mutant("one step off", totpRules("const drift = 1;", "const drift = 2;")),
  mutant(
    "the chosen device alone",
    totpDoor("!judged.ok", "!judged.ok && judged.code === 'never'"),
  ),
  mutant(
    "a device that is gone passes nothing",
    totpDoor(
      'if (!loaded) return wrong("totp-device-gone", false);',
      'if (!loaded) return { kind: "passed", factorId };',
    ),
  ),
  mutant("the first code is right", totpEnrol("if (!judged.ok)", "if (false)")),
  mutant("the first code counts as used", totpMethod("lastStep })]", "lastStep: -1 })]")),
];

const ofMail: readonly Mutant[] = [
  mutant("a code is the right one", mailCheck("if (!isRight)", "if (false)")),
  ...guarded("five wrong codes use a mail up", mailJudge(" || check.wrong >= codeTries", ""), {
    by: "judged by the mail check too",
    without: [mailCheck("if (check.wrong >= codeTries)", "if (false)")],
  }),
  mutant(
    "wrong ones of a mail are counted",
    mailJudge("changes: [countWrongCode(check.id)]", "changes: []"),
  ),
  mutant("codes expire", mailJudge("if (now >= check.codeUntil)", "if (false)")),
  alone(
    "a code once",
    "a question that was answered is not asked again",
    mailJudge("check.confirmedAt !== null || ", ""),
  ),
  alone(
    "a code is taken",
    "a question that was answered is not asked again",
    mailJudge("changes: [confirmCheck(check.id, now)]", "changes: []"),
  ),
  mutant(
    "a mailbox that is enrolled no more",
    mailDoor(
      'own ? { kind: "passed", ...own, changes: judged.changes } : notJudged("mail-otp-gone")',
      '{ kind: "passed", ...own, changes: judged.changes } as never',
    ),
  ),
];

const ofPaper: readonly Mutant[] = [
  mutant(
    "a code on paper is one of them",
    paperDoor(
      "if (!rest) return wrong;",
      'if (!rest) return { kind: "passed", factorId: row.factorId };',
    ),
  ),
  mutant("a code on paper once", paper("hashes.filter((_, i) => !found[i])", "hashes")),
];

const ofPasskey: readonly Mutant[] = [
  mutant(
    "an answer of a passkey is right",
    passkeyDoor("if (!loaded.ok) {", "if (!loaded.ok && false) {"),
  ),
  mutant(
    "a question of ten minutes",
    passkeyDoor("if (isExpired(kept, place.scene.now))", "if (false)"),
  ),
  mutant(
    "wrong ones of a passkey count",
    passkeyDoor('const isCounted = reason !== "passkey-unknown";', "const isCounted = false;"),
  ),
];

const untimely = "if (outcome !== null || scene.now >= expiresAt) return false;";
const ofRunner: readonly Mutant[] = [
  alone(
    "an attempt that has ended",
    "the routes ask first where it stands",
    advance(untimely, "if (scene.now >= expiresAt) return false;"),
  ),
  alone(
    "an attempt that has expired",
    "the routes ask first where it stands",
    advance(untimely, "if (outcome !== null) return false;"),
  ),
  mutant(
    "a page that was answered",
    advance("token !== null && typed.turn !== turnOf(scene.flow)", "false"),
  ),
  mutant("only the open step", advance("nextStep(plan, done) === step.name", "true")),
  mutant("two at once", submit("if (turn !== scene.flow.turn) return null;", "")),
];

export const mutants: readonly Mutant[] = [
  ...ofPassword,
  ...ofPlan,
  ...ofVerify,
  ...ofEnrolment,
  ...ofEnd,
  ...ofTotp,
  ...ofMail,
  ...ofPaper,
  ...ofPasskey,
  ...ofRunner,
];
