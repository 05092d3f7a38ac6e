package io.weir.cli;

import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.HitHistory;
import io.weir.domain.Listing;
import java.io.PrintWriter;
import java.util.List;

/** The lives of one transfer's hits, for people. */
final class AlertLives {
  private AlertLives() {}

  static void print(PrintWriter out, String transferId, List<HitHistory> lives) {
    if (lives.isEmpty()) {
      out.println("There is no alert of " + AlertLine.printable(transferId) + ".");
      return;
    }
    long open = lives.stream().filter(HitHistory::isOpen).count();
    out.println(AlertLine.printable(transferId) + ": " + lives.size() + " hits, " + open + " open");
    for (HitHistory life : lives) {
      out.println();
      out.println((life.isOpen() ? "open    " : "closed  ") + AlertLine.printable(title(life)));
      Table table = new Table("WHEN", "WHAT", "ACTION", "RULE", "LIST POSITION");
      for (Alert alert : life.alerts()) {
        table.row(
            alert.raisedAt().toString(),
            alert.kind().name(),
            alert.action().name(),
            AlertLine.printable(alert.policyRule()),
            Long.toString(alert.listPosition()));
      }
      table.print(out);
    }
  }

  private static String title(HitHistory life) {
    Hit hit = life.hit();
    Listing listing = hit.listing();
    return hit.role()
        + " "
        + hit.address()
        + ", "
        + listing.authority()
        + " "
        + listing.list()
        + " "
        + listing.entryId()
        + " "
        + listing.name();
  }
}
