package io.weir.lists;

import org.jspecify.annotations.Nullable;

/** A publication that must not be loaded; the list in force stays. */
public final class ListRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a publication is refused. */
  public enum Reason {
    /** It has no bytes. */
    EMPTY_FILE,
    /** It, or one text in it, is larger than any list is. */
    TOO_LARGE,
    /** It is something else, such as a web page or another XML file. */
    NOT_THIS_FORMAT,
    /** It ends too early. */
    TRUNCATED,
    /** A part of it is in another file, which is missing, unreadable or of another day. */
    INCOMPLETE,
    /** It breaks the rules of XML, CSV or UTF-8. */
    MALFORMED,
    /** It declares a document type, which could pull in files or blow up. */
    FORBIDDEN_XML,
    /** A column is missing or unknown. */
    BAD_HEADER,
    /** It does not say when it was published, though the format or the list in force does. */
    UNDATED,
    /** It names no address. */
    NO_ADDRESSES,
    /** It is older than the publication in force. */
    OLDER,
    /** It withdraws more than is plausible. */
    SHRUNK,
    /** Its bytes are not the expected ones. */
    SHA256_MISMATCH
  }

  private final Reason reason;
  private final String where;

  /**
   * @param where the file, and the line when there is one: {@code sdn.xml:12}
   * @param what is wrong and what to do, in sentences
   */
  ListRefused(Reason reason, String where, String what) {
    this(reason, where, what, null);
  }

  ListRefused(Reason reason, String where, String what, @Nullable Throwable cause) {
    super(where + ": " + what, cause);
    this.reason = reason;
    this.where = where;
  }

  public Reason reason() {
    return reason;
  }

  String where() {
    return where;
  }
}
