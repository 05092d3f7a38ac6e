package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListReader;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Real designations that come with Weir, to try it on: the DPRK's, in OFAC's own format. */
public final class DemoList {
  private static final String NAME = "sdn-dprk.xml";
  private static final String FORMAT = "ofac-sdn-xml";

  private DemoList() {}

  /**
   * The list as it is in force on a cluster.
   *
   * @param changed whether there was anything to write but that it was looked at
   */
  public record Loaded(ListManifest manifest, List<SanctionedAddress> rows, boolean changed) {}

  /** Publishes the list; of one that is in force, that it still is, or it would grow stale. */
  public static Loaded load(ListPublisher publisher) {
    Publication publication = publication();
    ListLoad load = publisher.prepare(publication);
    boolean changed = !load.diff().isEmpty() || load.inForce().isEmpty();
    List<SanctionedAddress> rows =
        publication.rows().entrySet().stream()
            .map(row -> new SanctionedAddress(row.getKey(), row.getValue()))
            .toList();
    return new Loaded(publisher.publish(load), rows, changed);
  }

  public static Publication publication() {
    ListFormat format = ListFormats.find(FORMAT).orElseThrow();
    ListReader reader = new ListReader(format, format.onlyList().orElseThrow(), Optional.empty());
    try (InputStream file = DemoList.class.getResourceAsStream("/io/weir/demo/" + NAME)) {
      if (file == null) {
        throw new IllegalStateException("The program was built without " + NAME);
      }
      return reader.read(NAME, file);
    } catch (IOException | ListRefused e) {
      throw new IllegalStateException("The list that comes with Weir cannot be read", e);
    }
  }
}
