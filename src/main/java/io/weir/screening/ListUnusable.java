package io.weir.screening;

import java.util.Set;

/** Thrown when nothing may be cleared against the list as it stands; says what mends it. */
public final class ListUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ListUnusable(String message) {
    super(message);
  }

  /** The list holds nothing that counts as listed today: everything would be clear. */
  public static ListUnusable empty(String topic) {
    return new ListUnusable(
        "The list topic "
            + topic
            + " lists no address, and against an empty list every transfer would be clear. Load one:"
            + " weir lists load --format ofac-sdn-xml FILE");
  }

  /** Some row's key is no address key: what it lists cannot be known. */
  static ListUnusable keys(String topic, Set<String> keys) {
    return new ListUnusable(
        "The list topic "
            + topic
            + " holds "
            + keys.size()
            + " row(s) whose key is no address key, such as '"
            + keys.iterator().next()
            + "'. Write a tombstone (a null value) for each such key, then start again");
  }
}
