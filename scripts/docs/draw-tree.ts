/** What a rule looks at, in the order in which people would ask. */
export type Question = {
  readonly name: string;
  readonly asks: string;
  readonly answers: readonly string[];
};

type Answers = Readonly<Record<string, string>>;
type Tree =
  | { readonly outcome: string }
  | { readonly question: Question; readonly branches: readonly (readonly [string, Tree])[] };

/** The smallest tree in this order: a question that changes nothing is not asked. */
const treeOf = (
  questions: readonly Question[],
  decide: (answers: Answers) => string,
  known: Answers = {},
): Tree => {
  const [question, ...others] = questions;
  if (!question) return { outcome: decide(known) };
  const branches = question.answers.map(
    (answer) => [answer, treeOf(others, decide, { ...known, [question.name]: answer })] as const,
  );
  const first = branches[0]?.[1];
  const isIdle = branches.every(([, branch]) => JSON.stringify(branch) === JSON.stringify(first));
  return isIdle && first ? first : { question, branches };
};

/** The same tree below two answers is drawn once, under both. */
const together = (branches: readonly (readonly [string, Tree])[]) =>
  Object.values(Object.groupBy(branches, ([, branch]) => JSON.stringify(branch))).map(
    (same = []) => [same.map(([answer]) => answer).join(" · "), same[0]?.[1]] as const,
  );

/** A rule as a Mermaid flow chart: what it answers was asked of the rule itself, case by case. */
export const drawTree = (
  title: string,
  questions: readonly Question[],
  decide: (answers: Answers) => string,
): string => {
  const lines: string[] = [];
  let count = 0;
  const draw = (tree: Tree): string => {
    count += 1;
    const id = `n${count}`;
    if ("outcome" in tree) {
      lines.push(`  ${id}(["${tree.outcome}"])`);
      return id;
    }
    lines.push(`  ${id}{"${tree.question.asks}"}`);
    for (const [answer, branch] of together(tree.branches))
      if (branch) lines.push(`  ${id} -- "${answer}" --> ${draw(branch)}`);
    return id;
  };
  draw(treeOf(questions, decide));
  return [`%% ${title}`, "flowchart TD", ...lines, ""].join("\n");
};
