package io.weir.publish;

/** A load that did not end well; the message says what is in force now and what to do. */
public final class ListNotPublished extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ListNotPublished(String message, Throwable cause) {
    super(message, cause);
  }

  static ListNotPublished because(String reason, Throwable cause) {
    return new ListNotPublished("Nothing was published, the list in force stays. " + reason, cause);
  }

  static ListNotPublished fenced(Throwable cause) {
    return because(
        "Another load began after this one and took its place; when it is done, run this one"
            + " again.",
        cause);
  }

  static ListNotPublished unknown(Throwable cause) {
    return new ListNotPublished(
        "The cluster did not say in time whether it took the list; it took all of it or nothing."
            + " Run the command again, it publishes what is missing then.",
        cause);
  }
}
