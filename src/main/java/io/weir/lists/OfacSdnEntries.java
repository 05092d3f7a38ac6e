package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the digital currency addresses of the entries of {@code sdn.xml}. */
final class OfacSdnEntries {
  private final XmlCursor xml;
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private int entries;

  OfacSdnEntries(XmlCursor xml) {
    this.xml = xml;
  }

  /** How many entries were read. */
  int count() {
    return entries;
  }

  List<PublishedAddress> addresses() {
    return addresses;
  }

  List<Notice> notices() {
    return notices;
  }

  /** Reads the entry that the cursor stands at. */
  void read() throws IOException, ListRefused {
    entries++;
    int line = xml.line();
    Entry entry = new Entry();
    xml.children(entry::read);
    if (entry.ids.isEmpty()) {
      return;
    }
    if (entry.uid.isEmpty()) {
      notices.add(
          new Notice(
              line, "", entry.name(), Effect.LOADED, "The entry has no uid; loaded without one."));
    }
    OfacEntry published = entry.published();
    entry.ids.forEach(id -> addresses.add(published.address(id)));
  }

  /** Holds the file against the number of entries it claims to have. */
  void compareCount(String claimed) {
    if (!claimed.isEmpty() && !claimed.equals(Integer.toString(entries))) {
      notices.add(
          new Notice(
              0,
              "",
              claimed,
              Effect.LOADED,
              "The file says it has " + claimed + " entries and has " + entries + "."));
    }
  }

  private final class Entry {
    private String uid = "";
    private String firstName = "";
    private String lastName = "";
    private final List<String> aliases = new ArrayList<>();
    private final List<String> programs = new ArrayList<>();
    private final List<OfacId> ids = new ArrayList<>();

    private void read(String element) throws IOException, ListRefused {
      switch (element) {
        case "uid" -> uid = xml.text();
        case "firstName" -> firstName = xml.text();
        case "lastName" -> lastName = xml.text();
        case "akaList" -> xml.children(this::readAka);
        case "programList" -> xml.children(this::readProgram);
        case "idList" -> xml.children(this::readId);
        default -> {}
      }
    }

    private void readProgram(String element) throws IOException, ListRefused {
      if (element.equals("program")) {
        programs.add(xml.text());
      }
    }

    private void readId(String element) throws IOException, ListRefused {
      IdFields id = new IdFields();
      xml.children(id::read);
      OfacId.label(id.type).ifPresent(label -> ids.add(new OfacId(id.line, label, id.number)));
    }

    private OfacEntry published() {
      return new OfacEntry(uid, name(), programs, aliases, Optional.empty());
    }

    private String name() {
      return OfacEntry.name(firstName, lastName);
    }

    private void readAka(String element) throws IOException, ListRefused {
      if (!element.equals("aka")) {
        return;
      }
      NameFields name = new NameFields();
      xml.children(name::read);
      aliases.add(OfacEntry.name(name.first, name.last));
    }
  }

  private final class NameFields {
    private String first = "";
    private String last = "";

    private void read(String element) throws IOException, ListRefused {
      switch (element) {
        case "firstName" -> first = xml.text();
        case "lastName" -> last = xml.text();
        default -> {}
      }
    }
  }

  private final class IdFields {
    private String type = "";
    private String number = "";
    private int line = xml.line();

    private void read(String element) throws IOException, ListRefused {
      switch (element) {
        case "idType" -> {
          requireFirst(type);
          type = xml.text();
        }
        case "idNumber" -> {
          requireFirst(number);
          line = xml.line();
          number = xml.text();
        }
        default -> {}
      }
    }

    /** Two ids run into one would lose the first. */
    private void requireFirst(String before) throws ListRefused {
      if (!before.isEmpty()) {
        throw new ListRefused(
            Reason.MALFORMED,
            xml.where(),
            "an <id> with two types or two numbers. Fetch the file again.");
      }
    }
  }
}
