import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../support/root';

export type Import = {
  /** As written. */
  readonly specifier: string;
  /** Path from the top of the project for a file of ours, else null. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
  /** A file as an address or as text (`?url`, `?worker&url`, `?raw`), not as code. */
  readonly isAsset: boolean;
};

export type SourceFile = {
  /** From the top of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly script: ts.SourceFile;
  readonly imports: readonly Import[];
};

/** `ui` files touch the page; all other `.ts` are pure. */
export function isUi(path: string): boolean {
  return /\.svelte$|\.svelte\.ts$|\.dom\.ts$/.test(path);
}

/** The TypeScript and Svelte files that ship or make what ships; tests are left out. */
export function sourceFiles(folders: readonly string[] = ['src', 'workers', 'sample-data']): SourceFile[] {
  return folders.flatMap(filesBelow).filter(isSource).map(readSource);
}

/** Paths of all files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function isSource(path: string): boolean {
  return /\.(ts|svelte)$/.test(path) && !/\.(test|spec|d)\.ts$/.test(path);
}

export function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const script = ts.createSourceFile(
    path,
    scriptOf(path, text),
    ts.ScriptTarget.ESNext,
    true,
    ts.ScriptKind.TS,
  );
  return { path, text, script, imports: importsOf(path, script) };
}

function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

function importsOf(path: string, script: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isTypeOnly: boolean, isDynamic: boolean): void => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const specifier = node.text;
    const file = specifier.replace(/\?.*$/, '');
    found.push({
      specifier,
      target: specifier.startsWith('.') ? posix.join(dirname(path), file) : null,
      isTypeOnly,
      isDynamic,
      isAsset: specifier.includes('?'),
    });
  };
  walk(script, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, hasOnlyTypes(node.importClause), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
  });
  return found;
}

function hasOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

/** Where a script names something that it has not declared: `name (line)`. */
export function globalsUsed({ script }: SourceFile, names: ReadonlySet<string>): string[] {
  const declared = new Set<string>();
  walk(script, (node) => {
    if (isDeclarationWithName(node)) declared.add(node.name.text);
  });
  const used: string[] = [];
  walk(script, (node) => {
    if (!ts.isIdentifier(node) || !names.has(node.text) || declared.has(node.text)) return;
    if (isNameOfMember(node)) return;
    const { line } = script.getLineAndCharacterOfPosition(node.getStart(script));
    used.push(`${node.text} (line ${line + 1})`);
  });
  return used;
}

function isDeclarationWithName(node: ts.Node): node is ts.Node & { name: ts.Identifier } {
  return (
    (ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)) &&
    node.name !== undefined &&
    ts.isIdentifier(node.name)
  );
}

/** `a.name`, `{ name: … }`, a member of a type or a class: not the global of that name. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node && !isGlobalObject(parent.expression);
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return true;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isNamedTupleMember(parent)) &&
    parent.name === node
  );
}

function isGlobalObject(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && ['globalThis', 'self', 'window', 'navigator'].includes(node.text);
}
