package io.weir.screening;

import java.util.Set;

/**
 * Thrown when the list topic holds a row whose key is no address key. What it lists cannot be
 * known, so nothing may be cleared until somebody has withdrawn it.
 */
public final class ListUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ListUnusable(Set<String> keys) {
    super(
        "The list topic holds "
            + keys.size()
            + " row(s) whose key is no address key, such as '"
            + keys.iterator().next()
            + "'. Write a tombstone (a null value) for each such key, then start again");
  }
}
