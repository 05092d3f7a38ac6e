package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The UK Sanctions List in XML. Addresses stand in free text, {@code OtherInformation} above all.
 */
final class UkSanctionsXml implements ListFormat {
  private static final XmlRoot ROOT = new XmlRoot("Designations", "the UK Sanctions List");
  private static final ListId UKSL = new ListId("UK", "UKSL");

  @Override
  public String id() {
    return "uk-sanctions-xml";
  }

  @Override
  public String description() {
    return "the UK Sanctions List, XML";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(UKSL);
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
    UkSanctionsEntries entries = new UkSanctionsEntries(xml);
    Header header = new Header();
    xml.children(
        element -> {
          switch (element) {
            case "DateGenerated" -> header.generatedOn = PublishedDate.dayMonthYear(xml.text());
            case "Designation" -> entries.read();
            default -> {}
          }
        });
    xml.finish();
    LocalDate generatedOn =
        header.generatedOn.orElseThrow(
            () ->
                new ListRefused(
                    Reason.UNDATED,
                    name,
                    "has no readable <DateGenerated> (day/month/year), so it cannot be told whether"
                        + " it is newer than the list in force. Fetch the file again."));
    return entries.contents(generatedOn);
  }

  private static final class Header {
    private Optional<LocalDate> generatedOn = Optional.empty();
  }
}
