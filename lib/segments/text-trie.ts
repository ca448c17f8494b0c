import { type SharedCondition, takeOut } from './shared-condition';

type Node = {
  /** What leads here from the node above. */
  label: string;
  /** By the first code unit of their labels. */
  children: Map<number, Node>;
  conditions: SharedCondition[];
};

/** Conditions by the text they look for, found where that text stands in a value. */
export class TextTrie {
  readonly #root: Node = nodeOf('');
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(part: string, condition: SharedCondition): void {
    this.#size += 1;
    let node = this.#root;
    let rest = part;
    while (rest !== '') {
      const child = node.children.get(rest.charCodeAt(0));
      if (!child) {
        const leaf = nodeOf(rest);
        node.children.set(rest.charCodeAt(0), leaf);
        node = leaf;
        break;
      }
      const shared = sharedLength(child.label, rest);
      node = shared === child.label.length ? child : split(node, child, shared);
      rest = rest.slice(shared);
    }
    node.conditions.push(condition);
  }

  /** Takes back what was added with the same part. */
  remove(part: string, condition: SharedCondition): void {
    this.#size -= 1;
    removeBelow(this.#root, part, condition);
  }

  /** Pushes the conditions whose part the text begins with. */
  atStart(text: string, into: SharedCondition[]): void {
    let node = this.#root;
    let at = 0;
    for (;;) {
      for (const condition of node.conditions) into.push(condition);
      if (at >= text.length) return;
      const child = node.children.get(text.charCodeAt(at));
      if (!child) return;
      if (child.label.length > 1 && !text.startsWith(child.label, at)) return;
      at += child.label.length;
      node = child;
    }
  }

  /** Pushes the conditions whose part, added backwards, the text ends with. */
  atEnd(text: string, into: SharedCondition[]): void {
    let node = this.#root;
    let end = text.length;
    for (;;) {
      for (const condition of node.conditions) into.push(condition);
      const child = end > 0 ? node.children.get(text.charCodeAt(end - 1)) : undefined;
      if (!child || !endsBackwards(text, end, child.label)) return;
      end -= child.label.length;
      node = child;
    }
  }

  /** Pushes the conditions whose part stands anywhere in the text, each once. */
  within(text: string, stamp: number, into: SharedCondition[]): void {
    for (const condition of this.#root.conditions) into.push(condition);
    for (let from = 0; from < text.length; from += 1) {
      let at = from;
      let node = this.#root.children.get(text.charCodeAt(at));
      while (node && (node.label.length === 1 || text.startsWith(node.label, at))) {
        for (const condition of node.conditions) {
          if (condition.seen === stamp) continue;
          condition.seen = stamp;
          into.push(condition);
        }
        at += node.label.length;
        if (at >= text.length) break;
        node = node.children.get(text.charCodeAt(at));
      }
    }
  }
}

function nodeOf(label: string): Node {
  return { label, children: new Map(), conditions: [] };
}

/** Puts a node in the middle of the way from one to its child. */
function split(above: Node, child: Node, at: number): Node {
  const middle = nodeOf(child.label.slice(0, at));
  child.label = child.label.slice(at);
  middle.children.set(child.label.charCodeAt(0), child);
  above.children.set(middle.label.charCodeAt(0), middle);
  return middle;
}

function removeBelow(node: Node, rest: string, condition: SharedCondition): void {
  if (rest === '') {
    takeOut(node.conditions, condition);
    return;
  }
  const child = node.children.get(rest.charCodeAt(0));
  if (!child) return;
  removeBelow(child, rest.slice(child.label.length), condition);
  if (child.conditions.length === 0 && child.children.size === 0) {
    node.children.delete(rest.charCodeAt(0));
  }
}

function endsBackwards(text: string, end: number, label: string): boolean {
  if (label.length > end) return false;
  for (let at = 0; at < label.length; at += 1) {
    if (text.charCodeAt(end - 1 - at) !== label.charCodeAt(at)) return false;
  }
  return true;
}

function sharedLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) length += 1;
  return length;
}
