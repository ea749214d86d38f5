import { guarded, inFile, type Mutant, mutant } from "./mutant.ts";

// One piece of source each that is a check of the first sign-in, and what stands there without it.

const identity = "src/identity/first-sign-in";
const rules = inFile(`${identity}/rules.ts`);
const finish = inFile(`${identity}/finish/finish.ts`);
const plan = inFile(`${identity}/plan.ts`);
const completed = inFile(`${identity}/finish/completed.ts`);
const proving = inFile(`${identity}/steps/parts/prove-address.ts`);
const newPassword = inFile(`${identity}/steps/parts/new-password.ts`);
const passwordFields = inFile("src/identity/passwords/fields.ts");
const agreement = inFile(`${identity}/steps/parts/agreement.ts`);
const termsStep = inFile(`${identity}/steps/terms.tsx`);
const addressStep = inFile(`${identity}/steps/address.tsx`);
const checkStep = inFile(`${identity}/steps/address-check.tsx`);
const detailsStep = inFile(`${identity}/steps/details.tsx`);
const userIdStep = inFile(`${identity}/steps/user-id.tsx`);
const mailCheck = inFile("src/identity/mail-check/rules.ts");
const passwords = inFile("src/identity/passwords/rules.ts");
const advance = inFile("src/flow/advance.ts");
const submit = inFile("src/flow/submit.ts");
const answers = inFile("test/any-order/answers.ts");

const judges = [
  "proof",
  "factor",
  "terms",
  "owner",
  "email",
  "userId",
  "enrolled",
  "password",
] as const;
const allJudges = `return [${judges.join(", ")}] as const`;
const without = (judge: (typeof judges)[number]) =>
  finish(allJudges, `return [${judges.filter((one) => one !== judge).join(", ")}] as const`);

const ofIdentity: readonly Mutant[] = [
  mutant("insurer number compared", rules("typed.insurerNumber === onFile.insurerNumber", "true")),
  mutant("birth date compared", rules("typed.birthDate === onFile.bornOn", "true")),
  mutant(
    "a weak letter is asked both",
    rules('(isWeak ? ["insurer-number", "birth-date"] : firstSignIn.proof)', "firstSignIn.proof"),
  ),
  mutant("wrong tries are counted", advance("decision.isWrongTry ? 1 : 0", "0")),
  mutant(
    "the last wrong try ends",
    advance(
      "decision.isWrongTry && wrong >= definition.wrongTries(scene.policy, step.name)",
      "false",
    ),
  ),
];

const anyTerms = termsStep('if (terms === "disagree")', "if (false)");
const ofTerms: readonly Mutant[] = [
  mutant("terms: agree and disagree", anyTerms),
  ...guarded(
    "terms as they were shown",
    agreement("edition === termsOf(society).version ? null", "true ? null"),
    { by: "terms at the end", without: [without("terms")] },
  ),
  mutant(
    "terms asked (plan)",
    plan("terms: (_, { termsVersion }) => termsVersion === null", "terms: () => false"),
  ),
];

const anyUserId = "ok({ shown: typed.trim(), key: foldId(typed.trim()) })";
const userIdAny = userIdStep("judgeUserId(typed, policy.userId, state.issuedId)", anyUserId);
const detailsAny = detailsStep(
  "judgeUserId(chosen, policy.userId, issuedId)",
  "ok({ shown: chosen, key: chosen.toLowerCase() })",
);
const userIdTaken = userIdStep("if (isTaken)", "if (false)");
const detailsTaken = detailsStep("if (loaded.isTaken)", "if (false)");
const finishTaken = finish("if (loaded.isTaken)", "if (false)");
const ofUserId: readonly Mutant[] = [
  ...guarded("user ID judged (user-id)", userIdAny, {
    by: "userId at the end",
    without: [without("userId")],
  }),
  ...guarded("user ID judged (details)", detailsAny, {
    by: "userId at the end",
    without: [without("userId")],
  }),
  mutant(
    "user ID kept only where it may",
    userIdStep("policy.userId.issuedMayStay && key", "key"),
    finish('dials.issuedMayStay || dials.changeable === "never"', "true"),
  ),
  ...guarded("taken (user-id)", userIdTaken, { by: "taken at the end", without: [finishTaken] }),
  ...guarded("taken (details)", detailsTaken, { by: "taken at the end", without: [finishTaken] }),
  mutant("taken (at the end)", finishTaken),
];

const noTraits = passwords("if (!judged.ok) return judged;\n  const text", "const text");
const ofPassword: readonly Mutant[] = [
  mutant(
    "not the provisional one",
    newPassword('secrets.isMac("printed", foldPrinted(chosen), printedMac)', "false"),
  ),
  ...guarded("not the user ID", passwords("ids.some(same)", "false"), {
    by: "not made of one's own names",
    without: [passwords("isMadeOf(shapeOf(text), names.map(shapeOf))", "false")],
  }),
  mutant("typed twice alike", passwordFields("again === typed.password ? ok", "true ? ok")),
  mutant("no birth date in it", passwordFields("isOwnData(typed, own)", "false")),
  ...guarded("length and characters", noTraits, {
    by: "password at the end",
    without: [without("password")],
  }),
];

const emailOptional = addressStep(
  "isEmailNeeded(policy, flow.state) ? mailAddress : optional(mailAddress)",
  "optional(mailAddress)",
);
const ofAddress: readonly Mutant[] = [
  ...guarded("an address needed (address)", emailOptional, {
    by: "email at the end",
    without: [without("email")],
  }),
  mutant("address checked (plan)", plan('atRegistration === "required-verified" &&', "false &&")),
  mutant(
    "address on file asked (plan)",
    plan("state.isWeak && state.fileAddress !== null &&", "false &&"),
  ),
  mutant(
    "address on file asked (plan, and at the end)",
    plan("state.isWeak && state.fileAddress !== null &&", "false &&"),
    without("owner"),
  ),
  mutant("proved elsewhere counts for no weak letter", proving(" && !flow.state.isWeak", "")),
  mutant("proved elsewhere, or not", proving("loaded.wasProved && ", "")),
  mutant(
    "confirmed only when proved",
    completed("email !== null && isVerified(email, flow.state)", "email !== null"),
  ),
];

const buttonAnyAddress = mailCheck(
  "wanted === null || !isSameAddress(check.email, wanted)",
  "wanted === null",
);
const ofMails: readonly Mutant[] = [
  mutant(
    "five wrong codes use a mail up",
    mailCheck("if (check.wrong >= codeTries)", "if (false)"),
  ),
  mutant("codes expire", mailCheck("if (now >= check.codeUntil)", "if (false)")),
  mutant("a code is the right one", mailCheck("if (!isRight)", "if (false)")),
  ...guarded(
    "a code is of the wanted address",
    checkStep(
      'check !== null && isSameAddress(check.email, addressOf(scene.flow.state) ?? "")',
      "check !== null",
    ),
    {
      by: "only mails to it are read",
      without: [
        answers("row.step === step && folded(row.email) === folded(email)", "row.step === step"),
      ],
    },
  ),
  mutant("a button is of the wanted address", buttonAnyAddress),
  mutant("buttons expire", mailCheck('now < check.linkUntil ? "open" : "expired"', '"open"')),
  mutant("a button is of this flow", checkStep("pressed.flowId === flow.id &&", "")),
  ...guarded("a button is of this step", checkStep(" && pressed.step === name", ""), {
    by: "a button is of the wanted address",
    without: [buttonAnyAddress],
  }),
  mutant(
    "a minute between two mails",
    mailCheck('isTooSoon ? refuse("mail-too-soon") : null', "null"),
  ),
];

const ofLimits: readonly Mutant[] = [
  mutant(
    "thirty wrong tries of a letter",
    rules("if (ofLetter >= tryLimits.ofLetter)", "if (false)"),
  ),
  mutant("ten mails a day", mailCheck("if (sentToday >= mailsADay)", "if (false)")),
];

const ofEnd: readonly Mutant[] = [
  ...judges.map((judge) => mutant(`${judge} at the end`, without(judge))),
  mutant("registered meanwhile", rules("if (standing.isRegistered)", "if (false)")),
  mutant("letter replaced", rules('if (standing.credentialState !== "active")', "if (false)")),
  mutant(
    "cover ended",
    rules("if (standing.lostOn !== null && standing.lostOn <= today)", "if (false)"),
  ),
  mutant(
    "a step that only today's policy asks",
    advance("missing === null ? finish", "true ? finish"),
  ),
  mutant("back at the last step", advance("[finish.step, plan.at(-1)]", "[finish.step]")),
];

const store = inFile(`${identity}/store.ts`);
const changesOf = inFile(`${identity}/finish/account-changes.ts`);
const ownId = inFile(`${identity}/finish/user-id-of.ts`);
const ofRenewal: readonly Mutant[] = [
  mutant(
    "an account is renewed by the letter that it waits for",
    store("account?.awaitsLetter === subjectId ? account : null", "account ?? null"),
  ),
  mutant(
    "who is registered registers no more",
    store("isRegistered: account !== undefined && renewed === null", "isRegistered: false"),
  ),
  mutant("a lock of staff stays", rules("if (standing.isLocked)", "if (false)")),
  mutant(
    "one user ID an account",
    changesOf("releaseUserIds({ entranceId, accountId: account.id, memberId, key }),", ""),
  ),
  mutant(
    "confirmed before is the same address",
    changesOf("isSame ? (renewed?.confirmedAt ?? null) : null", "renewed?.confirmedAt ?? null"),
  ),
  mutant(
    "an ID that nobody chooses stays",
    ownId("former?.userId ?? issuedAsUserId(issuedId)", "issuedAsUserId(issuedId)"),
  ),
  mutant(
    "of others' IDs it is asked whose they are",
    ownId("key === former?.userId.key", "former !== null"),
  ),
];

const untimely = "if (outcome !== null || scene.now >= expiresAt) return false;";
const notAskedIsDone = advance("plan.filter((name) => done.includes(name))", "[...new Set(done)]");
const ofRunner: readonly Mutant[] = [
  mutant("a flow that has ended", advance(untimely, "if (scene.now >= expiresAt) return false;")),
  mutant("a flow that has expired", advance(untimely, "if (outcome !== null) return false;")),
  mutant(
    "a page that was answered",
    advance("token !== null && typed.turn !== turnOf(scene.flow)", "false"),
  ),
  mutant("only the open step", advance("nextStep(plan, done) === step.name", "true")),
  mutant("two at once", submit("turn !== scene.flow.turn", "false")),
  mutant("what is not asked is not done", notAskedIsDone),
  ...guarded(
    "a step done again drops later ones",
    advance("!isAgain || !later.includes(name)", "true"),
    {
      by: "what is not asked is not done",
      without: [notAskedIsDone],
    },
  ),
  mutant(
    "nothing is completed from elsewhere",
    submit(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a piece of source
      "const { token } = submission;\n  if (token === null) throw new Error(`${submission.step.name} ends the flow from elsewhere`);",
      'const token = submission.token ?? "";',
    ),
  ),
];

const methods = "src/identity/methods";
const steps = "src/identity/factor-steps";
const factors = inFile(`${identity}/finish/factors.ts`);
const factorChanges = inFile(`${identity}/finish/factor-changes.ts`);
const ownerIn = inFile(`${identity}/finish/owner.ts`);
const methodRules = inFile(`${methods}/rules.ts`);
const totpRules = inFile(`${methods}/totp/rules.ts`);
const mailJudge = inFile(`${methods}/mail-otp/judge.ts`);
const mailIndex = inFile(`${methods}/mail-otp/index.ts`);
const sealedCodes = inFile(`${methods}/recovery-codes/sealed.ts`);
const stepsPlan = inFile(`${steps}/plan.ts`);
const arrive = inFile(`${steps}/verify/arrive.ts`);
const methodStep = inFile(`${steps}/method.tsx`);
const codesStep = inFile(`${steps}/recovery-codes.tsx`);

const finishLocked = finish("if (isLockedByFactors(loaded, begun))", "if (false)");
const notAsked = plan(
  "[verify]: (_, { factor }) => hasFactor(factor.factors)",
  "[verify]: () => false",
);
const notDemanded = plan("mustEnrol(policy, factor.person, factor.factors)", "false");
const anyMethod = methodStep("allowed.includes(one.name as ChosenMethod)", "true");
const anyMethodLate = factors(
  "if (!offeredIn(methods.all, placeToday(scene)).some(({ name }) => name === made.method))",
  "if (false)",
);
const ofFactors: readonly Mutant[] = [
  mutant("what the account has is asked for (plan)", notAsked),
  mutant("what the account has is asked for (plan, and at the end)", notAsked, without("factor")),
  mutant(
    "what was shown is there still",
    factors(
      "factors.some(({ id }) => id === before.passed?.factorId) ? before.passed : null",
      "before.passed",
    ),
  ),
  mutant(
    "what is enrolled is read anew at the end",
    factors("{ ...before, factors, person, passed }", "{ ...before, passed }"),
  ),
  mutant("who must enrols (plan, and at the end)", notDemanded),
  mutant(
    "of whom it is demanded",
    methodRules('demand === "required" &&', 'demand === "optional" &&'),
  ),
  mutant(
    "what satisfies the policy",
    methodRules("!isSpare(factor) && methods.includes(factor.method as ChosenMethod)", "true"),
  ),
  mutant("only what is allowed is offered", anyMethod),
  mutant("what is allowed at the end", anyMethodLate),
  mutant("a code of an app", totpRules("steps.filter(isCodeOf).at(-1)", "steps.at(-1)")),
  mutant("a step of an app once", totpRules("found > lastStep ? ok(found)", "true ? ok(found)")),
  mutant("a mailed code is the newest one", mailJudge("isRight(check), now)", "true, now)")),
  mutant(
    "a mailbox without a proof",
    mailIndex("owner.isEmailFresh ? { made } : null", "owner ? { made } : null"),
  ),
  mutant(
    "an address that was received",
    ownerIn(
      "if (email === null || isVerified(email, state)) return email;",
      "if (email !== null) return email;",
    ),
  ),
  mutant(
    "whose address a code goes to",
    ownerIn(
      "isKnown ? provedAddress(state) : confirmedBefore(state)",
      "state.email ?? confirmedBefore(state)",
    ),
  ),
  mutant("a code on paper", sealedCodes("found.includes(true) ?", "true ?")),
  mutant("a code on paper once", sealedCodes("hashes.filter((_, i) => !found[i])", "hashes")),
  mutant(
    "locked by wrong ones (before the question)",
    arrive("!held || held.lockedAt !== null || isFactorLocked(held, now)", "!held"),
    finishLocked,
  ),
  mutant("locked by wrong ones (at the end)", finishLocked),
  mutant(
    "codes for whom staff exempted",
    factors("if (isWithoutCodes(factor))", "if (false)"),
    codesStep("isLater && factor.person.isMailExempt", "false"),
  ),
  mutant(
    "what the letter takes away goes",
    factorChanges("!factors.some((one) => one.id === id)", "false"),
  ),
  mutant(
    "a letter takes away only where it says so",
    store("(resetsFactors ? [] : factors)", "[]"),
  ),
  mutant(
    "enrolled before an address changed",
    stepsPlan("...(madeFactor(state) ? [] : [enrol]),", ""),
  ),
  mutant("the session says by what", completed("amrOf(methods, factor)", '["password" as const]')),
  mutant(
    "exempted from an address, and nobody else",
    rules(" && !person.isMailExempt", " && person.isMailExempt"),
  ),
];

export const mutants: readonly Mutant[] = [
  ...ofIdentity,
  ...ofTerms,
  ...ofUserId,
  ...ofPassword,
  ...ofAddress,
  ...ofMails,
  ...ofLimits,
  ...ofEnd,
  ...ofRenewal,
  ...ofFactors,
  ...ofRunner,
];
