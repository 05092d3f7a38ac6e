package io.weir.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the addresses of the entries of the UK Sanctions List. */
final class UkSanctionsEntries {
  private static final String PRIMARY = "primary name";

  private final XmlCursor xml;
  private final FreeTextEntries entries = new FreeTextEntries();

  UkSanctionsEntries(XmlCursor xml) {
    this.xml = xml;
  }

  Contents contents(LocalDate generatedOn) {
    return entries.contents(generatedOn);
  }

  /** Reads the entry that the cursor stands at. */
  void read() throws IOException, ListRefused {
    Entry entry = new Entry();
    xml.children(entry::read);
    entries.add(
        entry.line,
        new Designation(
            entry.id,
            entry.name.isEmpty() && !entry.names.isEmpty() ? entry.names.get(0) : entry.name,
            entry.names,
            entry.regime.isEmpty() ? List.of() : List.of(entry.regime),
            PublishedDate.dayMonthYear(entry.designated)),
        entry.designated,
        entry.text);
  }

  private final class Entry {
    private final int line = xml.line();
    private final FreeText text = new FreeText();
    private final List<String> names = new ArrayList<>();
    private String id = "";
    private String name = "";
    private String regime = "";
    private String designated = "";

    private void read(String element) throws IOException, ListRefused {
      switch (element) {
        case "UniqueID" -> id = xml.text();
        case "RegimeName" -> regime = xml.text();
        case "DateDesignated" -> designated = xml.text();
        case "Names", "NonLatinNames" -> xml.children(child -> readName());
        // OtherInformation and the statement of reasons are free text; so is, some day, whatever
        // else an address was put into.
        default -> xml.passages(text::search);
      }
    }

    private void readName() throws IOException, ListRefused {
      NameFields fields = new NameFields();
      xml.children(fields::read);
      String whole = String.join(" ", fields.parts.values());
      text.search(line, whole);
      if (whole.isEmpty()) {
        return;
      }
      names.add(whole);
      if (name.isEmpty() && fields.type.equals(PRIMARY)) {
        name = whole;
      }
    }
  }

  private final class NameFields {
    /** Name1 is the first name of a person, Name6 the family name or that of an entity. */
    private final SortedMap<String, String> parts = new TreeMap<>();

    private String type = "";

    private void read(String element) throws IOException, ListRefused {
      String text = xml.text();
      if (element.equals("NameType")) {
        type = text.toLowerCase(Locale.ROOT);
      } else if (!text.isEmpty() && element.matches("Name[1-6]|NameNonLatinScript")) {
        parts.put(element, text);
      }
    }
  }
}
