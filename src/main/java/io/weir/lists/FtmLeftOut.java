package io.weir.lists;

import io.weir.lists.Notice.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reason for which entities are left out, told once with their number: they may be many. */
final class FtmLeftOut {
  private static final int EXAMPLES = 3;

  private final String reason;
  private final List<String> examples = new ArrayList<>();
  private int count;

  /**
   * @param reason what they are, which the number follows
   */
  FtmLeftOut(String reason) {
    this.reason = reason;
  }

  void add(String id) {
    count++;
    if (examples.size() < EXAMPLES) {
      examples.add(id);
    }
  }

  /** Empty when nothing was left out. */
  Optional<Notice> notice() {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Notice(
                0,
                "",
                String.join(", ", examples) + (count > EXAMPLES ? ", …" : ""),
                Effect.LEFT_OUT,
                reason + ": " + count + "."));
  }
}
