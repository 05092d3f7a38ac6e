package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The United Nations Security Council's consolidated list in XML. It has named no wallet so far;
 * its comments and notes are searched all the same.
 */
final class UnConsolidatedXml implements ListFormat {
  private static final XmlRoot ROOT = new XmlRoot("CONSOLIDATED_LIST", "the UN's list");
  private static final ListId CONSOLIDATED = new ListId("UN", "CONSOLIDATED");

  @Override
  public String id() {
    return "un-consolidated-xml";
  }

  @Override
  public String description() {
    return "the UN Security Council's consolidated list, XML";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(CONSOLIDATED);
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
  public boolean mayNameNoAddress() {
    return true;
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    XmlCursor xml = ROOT.open(name, file);
    LocalDate generatedOn = generatedOn(name, xml);
    UnConsolidatedEntries entries = new UnConsolidatedEntries(xml);
    xml.children(
        section ->
            xml.children(
                element -> {
                  if (element.equals("INDIVIDUAL") || element.equals("ENTITY")) {
                    entries.read();
                  }
                }));
    xml.finish();
    return entries.contents(generatedOn);
  }

  private static LocalDate generatedOn(String name, XmlCursor xml) throws ListRefused {
    return PublishedDate.leadingIso(xml.attribute("dateGenerated"))
        .orElseThrow(
            () ->
                new ListRefused(
                    Reason.UNDATED,
                    name + ":" + xml.line(),
                    "has no readable dateGenerated (year-month-day), so it cannot be told whether"
                        + " it is newer than the list in force. Fetch the file again."));
  }
}
