package io.weir.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the addresses of the entries of the UN's list. */
final class UnConsolidatedEntries {
  private final XmlCursor xml;
  private final FreeTextEntries entries = new FreeTextEntries();

  UnConsolidatedEntries(XmlCursor xml) {
    this.xml = xml;
  }

  Contents contents(LocalDate generatedOn) {
    return entries.contents(generatedOn);
  }

  /** Reads the entry that the cursor stands at. */
  void read() throws IOException, ListRefused {
    Entry entry = new Entry();
    xml.children(entry::read);
    String name = String.join(" ", entry.names);
    entries.add(
        entry.line,
        new Designation(
            // The permanent reference number is what the UN cites; the data id is its database's.
            entry.reference.isEmpty() ? entry.dataId : entry.reference,
            name,
            entry.aliases,
            entry.list.isEmpty() ? List.of() : List.of(entry.list),
            PublishedDate.leadingIso(entry.listedOn)),
        entry.listedOn,
        entry.text);
  }

  private final class Entry {
    private final int line = xml.line();
    private final FreeText text = new FreeText();
    private final List<String> names = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private String dataId = "";
    private String reference = "";
    private String list = "";
    private String listedOn = "";

    private void read(String element) throws IOException, ListRefused {
      switch (element) {
        case "DATAID" -> dataId = xml.text();
        case "REFERENCE_NUMBER" -> reference = xml.text();
        case "UN_LIST_TYPE" -> list = xml.text();
        case "LISTED_ON" -> listedOn = xml.text();
        case "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME" -> add(names, xml.text());
        case "NAME_ORIGINAL_SCRIPT" -> add(aliases, xml.text());
        case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS" -> xml.children(this::readAlias);
        // Comments and notes are free text; so is, some day, whatever else an address was put into.
        default -> xml.passages(text::search);
      }
    }

    private void readAlias(String element) throws IOException, ListRefused {
      if (element.equals("ALIAS_NAME")) {
        add(aliases, xml.text());
      } else {
        xml.passages(text::search);
      }
    }

    private void add(List<String> to, String name) {
      text.search(line, name);
      if (!name.isEmpty()) {
        to.add(name);
      }
    }
  }
}
