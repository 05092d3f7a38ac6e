package io.weir.publish;

/** A load that did not end well; the message says what is in force now and what to do. */
public final class ListNotPublished extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String STAYS = "Nothing was published, the list in force stays. ";

  private final boolean superseded;

  private ListNotPublished(String message, boolean superseded, Throwable cause) {
    super(message, cause);
    this.superseded = superseded;
  }

  static ListNotPublished because(String reason, Throwable cause) {
    return new ListNotPublished(STAYS + reason, false, cause);
  }

  static ListNotPublished fenced(Throwable cause) {
    return new ListNotPublished(
        STAYS
            + "Another load began after this one and took its place; when it is done, run this one"
            + " again.",
        true,
        cause);
  }

  static ListNotPublished unknown(Throwable cause) {
    return new ListNotPublished(
        "The cluster did not say in time whether it took the list; it took all of it or nothing."
            + " Run the command again, it publishes what is missing then.",
        false,
        cause);
  }

  /** Whether another publisher took the place of this one; nothing was published then. */
  public boolean isSuperseded() {
    return superseded;
  }
}
