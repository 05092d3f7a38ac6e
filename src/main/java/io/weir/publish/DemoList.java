package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.ListManifest;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListReader;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Real designations that come with Weir, to try it on: the DPRK's, in OFAC's own format. A demo may
 * publish them but for one entry first, and that entry later.
 */
public final class DemoList {
  private static final String NAME = "sdn-dprk.xml";
  private static final String FORMAT = "ofac-sdn-xml";

  /** Has one address, which is published for three chains. */
  private static final Pattern LATE_ENTRY =
      Pattern.compile("\\s*<sdnEntry>\\s*<uid>42498</uid>.*?</sdnEntry>", Pattern.DOTALL);

  private DemoList() {}

  /**
   * The list as it is in force on a cluster.
   *
   * @param changed whether there was anything to write but that it was looked at
   * @param late what is held back until later; empty when nothing is
   */
  public record Loaded(
      ListManifest manifest,
      List<SanctionedAddress> rows,
      boolean changed,
      List<SanctionedAddress> late) {}

  /** Publishes the list; of one that is in force, that it still is, or it would grow stale. */
  public static Loaded load(ListPublisher publisher) {
    return publish(publisher, publisher.prepare(publication()), List.of());
  }

  /** The same without the late entry, unless that is in force already. */
  public static Loaded loadWithoutLate(ListPublisher publisher) {
    List<SanctionedAddress> late = late();
    ListLoad whole = publisher.prepare(publication());
    boolean before =
        whole.inForce().isEmpty()
            || whole.diff().added().stream()
                .anyMatch(added -> late.stream().anyMatch(row -> row.listings().contains(added)));
    return before
        ? publish(publisher, publisher.prepare(withoutLate()), late)
        : publish(publisher, whole, List.of());
  }

  private static Loaded publish(
      ListPublisher publisher, ListLoad load, List<SanctionedAddress> late) {
    boolean changed = !load.diff().isEmpty() || load.inForce().isEmpty();
    return new Loaded(publisher.publish(load), rows(load.publication()), changed, late);
  }

  private static List<SanctionedAddress> rows(Publication publication) {
    return publication.rows().entrySet().stream()
        .map(row -> new SanctionedAddress(row.getKey(), row.getValue()))
        .toList();
  }

  private static List<SanctionedAddress> late() {
    Publication before = withoutLate();
    return rows(publication()).stream()
        .filter(row -> !before.rows().containsKey(row.key()))
        .toList();
  }

  public static Publication publication() {
    return read(text());
  }

  private static Publication withoutLate() {
    String fewer = LATE_ENTRY.matcher(text()).replaceFirst("");
    return read(fewer.replace("<Record_Count>10<", "<Record_Count>9<"));
  }

  private static String text() {
    try (InputStream file = DemoList.class.getResourceAsStream("/io/weir/demo/" + NAME)) {
      if (file == null) {
        throw new IllegalStateException("The program was built without " + NAME);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The list that comes with Weir cannot be read", e);
    }
  }

  private static Publication read(String text) {
    ListFormat format = ListFormats.find(FORMAT).orElseThrow();
    ListReader reader = new ListReader(format, format.onlyList().orElseThrow(), Optional.empty());
    try {
      return reader.read(NAME, new ByteArrayInputStream(text.getBytes(UTF_8)));
    } catch (IOException | ListRefused e) {
      throw new IllegalStateException("The list that comes with Weir cannot be read", e);
    }
  }
}
