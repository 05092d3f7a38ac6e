package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * OFAC's {@code sdn.xml}, in every namespace it has had. An entry is of interest when one of its
 * ids is a digital currency address; the asset it is filed under may be any word.
 */
final class OfacSdnXml implements ListFormat {
  private static final XmlRoot ROOT = new XmlRoot("sdnList", "sdn.xml");
  static final ListId SDN = new ListId("OFAC", "SDN");

  private static final DateTimeFormatter PUBLISH_DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  @Override
  public String id() {
    return "ofac-sdn-xml";
  }

  @Override
  public String description() {
    return "OFAC's Specially Designated Nationals, sdn.xml";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(SDN);
  }

  @Override
  public boolean recognises(String head) {
    return ROOT.begins(head);
  }

  @Override
  public boolean mayEndWith(String tail) {
    return ROOT.ends(tail);
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    XmlCursor xml = ROOT.open(name, file);
    OfacSdnEntries entries = new OfacSdnEntries(xml);
    Header header = new Header();
    xml.children(
        element -> {
          switch (element) {
            // The authority's own spelling.
            case "publshInformation" -> header.read(xml);
            case "sdnEntry" -> entries.read();
            default -> {}
          }
        });
    xml.finish();
    LocalDate publishedOn =
        header.publishedOn.orElseThrow(
            () ->
                new ListRefused(
                    Reason.UNDATED,
                    name,
                    "has no readable <Publish_Date> (month/day/year), so it cannot be told"
                        + " whether it is newer than the list in force. Fetch the file again."));
    entries.compareCount(header.recordCount);
    return new Contents(
        Optional.of(publishedOn), entries.count(), entries.addresses(), entries.notices());
  }

  private static final class Header {
    private Optional<LocalDate> publishedOn = Optional.empty();
    private String recordCount = "";

    private void read(XmlCursor xml) throws IOException, ListRefused {
      xml.children(
          element -> {
            switch (element) {
              case "Publish_Date" -> publishedOn = date(xml.text());
              case "Record_Count" -> recordCount = xml.text();
              default -> {}
            }
          });
    }

    private static Optional<LocalDate> date(String text) {
      try {
        return Optional.of(LocalDate.parse(text, PUBLISH_DATE));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
