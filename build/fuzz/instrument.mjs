// Makes TypeScript runnable, and what is fuzzed countable: at every branch a counter that the loop reads.
import ts from 'typescript';

/** Counters there are; two branches may share one. */
export const COUNTERS = 1 << 16;

/**
 * @param {string} text
 * @param {string} fileName
 * @param {(() => number) | null} next the number of the next counter; null: only made runnable
 * @returns {string} the module in JavaScript
 */
export function translate(text, fileName, next) {
  const { outputText } = ts.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
    ...(next === null ? {} : { transformers: { before: [counting(next)] } }),
  });
  return outputText;
}

/** @param {() => number} next @returns {ts.TransformerFactory<ts.SourceFile>} */
function counting(next) {
  return (context) => {
    const { factory } = context;
    const tick = () =>
      factory.createPostfixIncrement(
        factory.createElementAccessExpression(
          factory.createIdentifier('globalThis.penaBranches'),
          next(),
        ),
      );
    /** @param {ts.Expression} expression */
    const ticked = (expression) =>
      factory.createParenthesizedExpression(factory.createComma(tick(), expression));
    const statement = () => factory.createExpressionStatement(tick());
    /** @param {ts.Node} node @returns {ts.Node} */
    const visit = (node) => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isBlock(inner)) {
        return factory.updateBlock(inner, [statement(), ...inner.statements]);
      }
      if (ts.isCaseClause(inner)) {
        const { expression, statements } = inner;
        return factory.updateCaseClause(inner, expression, [statement(), ...statements]);
      }
      if (ts.isIfStatement(inner)) {
        const { expression, thenStatement, elseStatement } = inner;
        return factory.updateIfStatement(
          inner,
          expression,
          inBlock(thenStatement),
          // Without an `else` it is a branch all the same.
          elseStatement === undefined ? factory.createBlock([statement()]) : inBlock(elseStatement),
        );
      }
      if (ts.isConditionalExpression(inner)) {
        const { condition, questionToken, whenTrue, colonToken, whenFalse } = inner;
        return factory.updateConditionalExpression(
          ...[inner, condition, questionToken, ticked(whenTrue), colonToken, ticked(whenFalse)],
        );
      }
      if (ts.isArrowFunction(inner) && !ts.isBlock(inner.body)) {
        const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken, body } = inner;
        return factory.updateArrowFunction(
          ...[inner, modifiers, typeParameters, parameters, type, equalsGreaterThanToken],
          ticked(body),
        );
      }
      if (ts.isBinaryExpression(inner) && isShortCut(inner.operatorToken.kind)) {
        const { left, operatorToken, right } = inner;
        return factory.updateBinaryExpression(inner, left, operatorToken, ticked(right));
      }
      return inner;
    };
    /** @param {ts.Statement} one */
    const inBlock = (one) =>
      ts.isBlock(one) || ts.isIfStatement(one) ? one : factory.createBlock([statement(), one]);
    return (file) => ts.visitEachChild(file, visit, context);
  };
}

/** @param {ts.SyntaxKind} kind */
function isShortCut(kind) {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}
