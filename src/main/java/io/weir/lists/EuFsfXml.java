package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The European Union's consolidated list of financial sanctions, as its Financial Sanctions Files
 * have it in XML. Addresses stand in remarks, in the words of the Official Journal.
 */
final class EuFsfXml implements ListFormat {
  private static final XmlRoot ROOT = new XmlRoot("export", "the EU's file");
  private static final ListId FSF = new ListId("EU", "FSF");

  @Override
  public String id() {
    return "eu-fsf-xml";
  }

  @Override
  public String description() {
    return "the European Union's Financial Sanctions Files, XML 1.1";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(FSF);
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
    LocalDate generatedOn = generatedOn(name, xml);
    EuFsfEntries entries = new EuFsfEntries(xml);
    xml.children(
        element -> {
          if (element.equals("sanctionEntity")) {
            entries.read();
          }
        });
    xml.finish();
    return entries.contents(generatedOn);
  }

  private static LocalDate generatedOn(String name, XmlCursor xml) throws ListRefused {
    return PublishedDate.leadingIso(xml.attribute("generationDate"))
        .orElseThrow(
            () ->
                new ListRefused(
                    Reason.UNDATED,
                    name + ":" + xml.line(),
                    "has no readable generationDate (year-month-day), so it cannot be told whether"
                        + " it is newer than the list in force. Fetch the file again."));
  }
}
