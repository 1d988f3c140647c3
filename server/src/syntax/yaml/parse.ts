import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../base/span';
import type { Expression, ObjectExpression, ObjectProperty, StringLiteral } from '../expression';
import { plainScalar } from './plain-scalar';

/** Nodes, each counted as often as an alias repeats it: a text of a few lines can stand for more than any memory holds. */
const MOST_NODES = 100_000;

/**
 * Reads the first document of a YAML text as Bicep does: its compiler uses SharpYaml, which knows more spellings of numbers than YAML
 * 1.2, has merge keys, and takes every tag but `!!str` for nothing. Undefined for what the compiler refuses. Never throws. What is said of
 * the compiler here and in `plain-scalar.ts` was asked of Bicep 0.49.2.
 */
export function parseYaml(text: string): Expression | undefined {
  try {
    const documents = parseAllDocuments<ParsedNode>(text, OPTIONS);
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
    const contents = documents[0]?.contents;
    const lowering = new Lowering(text);
    const root = contents && lowering.node(contents);
    return lowering.refused ? undefined : (root ?? undefined);
  } catch (error) {
    // Nested so deeply that the stack is too short for it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The library compares each key with all before it, which takes seconds for a long list: that keys differ is seen to below. */
const OPTIONS = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' } as const;

interface Anchored {
  readonly expression: Expression;
  readonly nodes: number;
}

class Lowering {
  /** There is something that the compiler refuses. */
  refused = false;
  private nodes = 0;
  private readonly anchors = new Map<string, Anchored>();

  constructor(private readonly text: string) {}

  node(node: ParsedNode, inFlow = false): Expression {
    const before = this.nodes;
    this.count(1);
    if (isAlias(node)) return this.alias(node.source, spanOf(node));
    const expression = this.contents(node, inFlow);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, { expression, nodes: this.nodes - before });
    return expression;
  }

  private contents(node: ParsedNode, inFlow: boolean): Expression {
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return this.sequence(node);
    return isScalar(node) ? this.scalar(node, inFlow) : this.refuse(spanOf(node));
  }

  /** An anchor counts from its node's end on, so that nothing can contain itself. */
  private alias(name: string, span: Span): Expression {
    const anchored = this.anchors.get(name);
    if (!anchored) return this.refuse(span);
    this.count(anchored.nodes);
    return this.refused ? this.refuse(span) : anchored.expression;
  }

  private sequence(node: YAMLSeq.Parsed): Expression {
    return { kind: 'array', ...spanOf(node), items: node.items.map((item) => this.node(item)) };
  }

  private map(node: YAMLMap.Parsed): ObjectExpression {
    const pairs = node.items.map((pair) => ({ pair, key: this.key(pair), value: this.pairValue(pair, node) }));
    const names = pairs.map(({ key }) => key.value).filter((name) => name !== MERGE);
    const written = new Set(names);
    if (written.size < names.length) this.refuse(spanOf(node));
    const members = new Map<string, ObjectProperty>();
    for (const { key, value } of pairs) {
      const { start } = key;
      if (key.value !== MERGE) {
        members.set(key.value, { kind: 'property', start, end: value.end, key, name: key.value, value });
      } else {
        for (const property of this.merged(value)) {
          if (property.name !== undefined && !written.has(property.name)) members.set(property.name, property);
        }
      }
    }
    return { kind: 'object', ...spanOf(node), members: [...members.values()] };
  }

  /** What a merge key adds: a map's properties, or those of several maps, of which the last one counts. */
  private merged(value: Expression): readonly ObjectProperty[] {
    if (value.kind === 'array') return value.items.flatMap((item) => (item.kind === 'spread' ? [] : this.merged(item)));
    if (value.kind === 'object') return value.members.filter((member) => member.kind === 'property');
    this.refuse(value);
    return [];
  }

  private key({ key }: Pair<ParsedNode, ParsedNode | null>): StringLiteral {
    const expression = this.node(key);
    if (isScalar(key) && key.value !== '') return this.literal(key, textOf(key));
    if (isAlias(key) && (expression.kind === 'string' || expression.kind === 'number')) {
      return {
        kind: 'string',
        ...spanOf(key),
        value: String(expression.value),
        contentStart: key.range[0],
        exact: false,
      };
    }
    this.refuse(spanOf(key));
    return { kind: 'string', ...spanOf(key), value: '', contentStart: key.range[0], exact: false };
  }

  /** A key without a value has null, but between braces the empty text. */
  private pairValue({ key, value }: Pair<ParsedNode, ParsedNode | null>, { flow }: YAMLMap.Parsed): Expression {
    if (value !== null) return this.node(value, flow === true);
    const at = key.range[1];
    return flow === true ? this.emptyText(at) : { kind: 'null', start: at, end: at };
  }

  private scalar(node: Scalar.Parsed, inFlow: boolean): Expression {
    const isPlain = node.type === 'PLAIN' || node.type === undefined;
    if (!isPlain || node.tag === STRING_TAG) return this.literal(node, this.blockText(node));
    const content = textOf(node);
    if (content === '' && inFlow) return this.emptyText(node.range[0]);
    return plainScalar(content, spanOf(node)) ?? this.literal(node, content);
  }

  /** A block at the end of the text loses its last line breaks, whatever its header says. */
  private blockText(node: Scalar.Parsed): string {
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const rest = this.text.slice(node.range[1]).split('\n');
    const isLast = isBlock && rest.every((line) => /^\s*(#|$)/.test(line));
    return isLast ? textOf(node).replace(/\n+$/, '') : textOf(node);
  }

  private literal(node: Scalar.Parsed, value: string): StringLiteral {
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const contentStart = node.range[0] + (quoted ? 1 : 0);
    const exact = this.text.startsWith(value, contentStart);
    return { kind: 'string', ...spanOf(node), value, contentStart, exact };
  }

  private emptyText(at: number): StringLiteral {
    return { kind: 'string', start: at, end: at, value: '', contentStart: at, exact: true };
  }

  private count(nodes: number): void {
    this.nodes += nodes;
    if (this.nodes > MOST_NODES) this.refused = true;
  }

  private refuse({ start, end }: Span): Expression {
    this.refused = true;
    return { kind: 'skipped', start, end };
  }
}

/** The key that adds another map's properties, in quotes as well. */
const MERGE = '<<';
const STRING_TAG = 'tag:yaml.org,2002:str';

/** The `failsafe` schema makes text of every scalar. */
function textOf({ value, source }: Scalar.Parsed): string {
  return typeof value === 'string' ? value : source;
}

function spanOf({ range }: ParsedNode): Span {
  return { start: range[0], end: range[1] };
}
