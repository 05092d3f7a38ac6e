package io.weir.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the addresses of the entries of the EU's file. */
final class EuFsfEntries {
  private final XmlCursor xml;
  private final FreeTextEntries entries = new FreeTextEntries();

  EuFsfEntries(XmlCursor xml) {
    this.xml = xml;
  }

  Contents contents(LocalDate generatedOn) {
    return entries.contents(generatedOn);
  }

  /** Reads the entry that the cursor stands at. */
  void read() throws IOException, ListRefused {
    Entry entry = new Entry();
    xml.children(entry::read);
    String listedOn = entry.designated.isEmpty() ? entry.regulated : entry.designated;
    entries.add(
        entry.line,
        new Designation(
            entry.id(),
            entry.name(),
            entry.names,
            entry.programmes,
            PublishedDate.leadingIso(listedOn)),
        listedOn,
        entry.text);
  }

  private final class Entry {
    private final int line = xml.line();
    // The number the Union cites; the logical id is its database's own. An address must stay under
    // one of them for good, so only an entry without the one goes by the other.
    private final String reference = xml.attribute("euReferenceNumber");
    private final String logicalId = xml.attribute("logicalId");
    private final String designated = xml.attribute("designationDate");
    private final FreeText text = new FreeText();
    private final List<String> names = new ArrayList<>();
    private final List<String> programmes = new ArrayList<>();
    private String regulated = "";
    private String strongName = "";
    private String strongEnglishName = "";

    private Entry() {
      text.search(line, xml.attribute("designationDetails"));
    }

    private void read(String element) throws IOException, ListRefused {
      if (element.equals("regulation")) {
        readRegulation();
      } else if (element.equals("nameAlias")) {
        readName();
      }
      // Remarks are free text; so is, some day, whatever else an address was put into.
      xml.passages(text::search);
    }

    private void readRegulation() {
      String programme = xml.attribute("programme");
      if (!programme.isEmpty()) {
        programmes.add(programme);
      }
      regulated = regulated.isEmpty() ? xml.attribute("publicationDate") : regulated;
    }

    private void readName() {
      String name = xml.attribute("wholeName");
      if (name.isEmpty()) {
        return;
      }
      names.add(name);
      if (xml.attribute("strong").equals("true")) {
        strongName = strongName.isEmpty() ? name : strongName;
        if (strongEnglishName.isEmpty() && xml.attribute("nameLanguage").equals("EN")) {
          strongEnglishName = name;
        }
      }
    }

    private String id() {
      return reference.isEmpty() ? logicalId : reference;
    }

    private String name() {
      if (!strongEnglishName.isEmpty()) {
        return strongEnglishName;
      }
      return strongName.isEmpty() && !names.isEmpty() ? names.get(0) : strongName;
    }
  }
}
