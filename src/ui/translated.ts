/** The child of `parent` that holds `node`: itself, or what was put around it; null where it is nowhere in `parent`. */
function holderOf(parent: Node, node: Node): Node | null {
  let holder: Node | null = node;
  while (holder && holder.parentNode !== parent) holder = holder.parentNode;
  return holder;
}

/**
 * A browser that translates a page wraps its texts in elements of its own, and React, which removes a text from where it was, would throw and
 * take the page away. What is wrapped goes with its wrapping; what is gone is left gone.
 */
export function bearTranslation(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    const holder = holderOf(this, child);
    if (holder) removeChild.call(this, holder);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, child: Child, before: Node | null): Child {
    insertBefore.call(this, child, before && holderOf(this, before));
    return child;
  };
}
