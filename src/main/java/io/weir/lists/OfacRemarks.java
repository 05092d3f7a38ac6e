package io.weir.lists;

import io.weir.address.Address;
import io.weir.address.Addresses;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.util.List;
import java.util.Optional;

/**
 * Puts the remarks of {@code sdn.csv} together again with what {@code sdn_comments.csv} continues.
 * Whole remarks end with a full stop. Where a remark may be cut and nothing continues it, the
 * publication is refused: an address may be missing, and nobody can tell.
 */
final class OfacRemarks {

  /** Where the file cuts its remarks, in characters. */
  private static final int LIMIT = 1000;

  private final String name;
  private final OfacComments comments;
  private final List<Notice> notices;

  /**
   * @param name of the file, for messages
   * @param notices to which what is odd is added
   */
  OfacRemarks(String name, OfacComments comments, List<Notice> notices) {
    this.name = name;
    this.comments = comments;
    this.notices = notices;
  }

  /** Whether a value stands for none. */
  static boolean isNone(String value) {
    return value.strip().equals("-0-");
  }

  /**
   * Reads the remarks of one entry, and what the comments add to them.
   *
   * @param remark word for word, since a blank at its end belongs to it
   */
  OfacRemark read(int line, String uid, String remark) throws ListRefused {
    Optional<String> rest = comments.take(uid);
    boolean none = isNone(remark);
    boolean ended = remark.stripTrailing().endsWith(".");
    boolean whole = none || (ended && remark.length() != LIMIT);
    if (rest.isPresent() && whole) {
      note(
          line,
          uid,
          rest.get(),
          Effect.LOADED,
          OfacComments.FILE
              + " continues a remark that is whole; the two are of different publications. What"
              + " both say is loaded.");
      return OfacRemark.of(line, none ? rest.get() : remark + ";" + rest.get());
    }
    if (rest.isPresent()) {
      OfacRemark joined = OfacRemark.of(line, remark + rest.get(), remark.length());
      joined.seam().ifPresent(id -> noteSeam(uid, id));
      return joined;
    }
    OfacRemark read = OfacRemark.of(line, none ? "" : remark);
    if (whole) {
      return read;
    }
    if (remark.length() >= LIMIT && !(ended && comments.isGiven())) {
      throw cut(line, uid, remark);
    }
    if (!ended && !read.ids().isEmpty()) {
      note(line, uid, remark, Effect.LOADED, "The remark lacks its full stop; it may be cut.");
    }
    return read;
  }

  private void noteSeam(String uid, OfacId id) {
    if (!(Addresses.readAnyChain(id.number()) instanceof Address address)
        || address.warning().isPresent()) {
      note(
          id.line(),
          uid,
          id.number(),
          Effect.LOADED,
          "Put together from sdn.csv and "
              + OfacComments.FILE
              + ", and no checksum proves it; make sure that the two are of the same day.");
    }
  }

  private ListRefused cut(int line, String uid, String remark) {
    String start =
        "the remarks of entry "
            + uid
            + " are cut at "
            + remark.length()
            + " characters, and addresses may follow; ";
    return new ListRefused(
        Reason.INCOMPLETE,
        name + ":" + line,
        comments.isGiven()
            ? start
                + OfacComments.FILE
                + " does not continue them, so it is of another day. Fetch both files again."
            : start
                + "they go on in "
                + OfacComments.FILE
                + ". Fetch that too; 'weir lists load' takes it with --comments.");
  }

  private void note(int line, String uid, String text, Effect effect, String reason) {
    notices.add(new Notice(line, uid, text, effect, reason));
  }
}
