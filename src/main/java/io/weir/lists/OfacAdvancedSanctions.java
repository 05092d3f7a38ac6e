package io.weir.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code <SanctionsEntries>} of {@code sdn_advanced.xml}: on which list a profile stands, since
 * when, and under which programs. They come after the parties; of those without an address nothing
 * is kept but the lists.
 */
final class OfacAdvancedSanctions {

  /** What the file calls the list of Specially Designated Nationals. */
  private static final String SDN_LIST = "SDN List";

  private static final String PROGRAM = "Program";

  private final XmlCursor xml;
  private final OfacAdvancedReferences references;
  private final Map<String, Designation> designations = new HashMap<>();
  private final Set<String> lists = new TreeSet<>();
  private int count;

  /** What the entries of one profile say together. */
  static final class Designation {
    private final Set<String> programs = new TreeSet<>();
    private final Set<String> otherLists = new TreeSet<>();
    private Optional<LocalDate> listedOn = Optional.empty();
    private boolean onSdnList;
    private boolean onUnnamedList;

    Set<String> programs() {
      return programs;
    }

    /** The first of several dates. */
    Optional<LocalDate> listedOn() {
      return listedOn;
    }

    /** Whether an entry names the SDN list, or no list that the file declares. */
    boolean mayBeOnSdnList() {
      return onSdnList || onUnnamedList;
    }

    /** Whether no entry names a list that the file declares. */
    boolean isOnUnnamedListAlone() {
      return onUnnamedList && !onSdnList;
    }

    Set<String> otherLists() {
      return otherLists;
    }
  }

  /**
   * @param profiles those whose entries are to be kept
   */
  OfacAdvancedSanctions(XmlCursor xml, OfacAdvancedReferences references, Set<String> profiles) {
    this.xml = xml;
    this.references = references;
    profiles.forEach(profile -> designations.put(profile, new Designation()));
  }

  /** Reads the {@code <SanctionsEntries>} that the cursor stands at. */
  void read() throws IOException, ListRefused {
    xml.children(
        element -> {
          if (element.equals("SanctionsEntry")) {
            count++;
            readEntry();
          }
        });
  }

  /** How many entries the file has. */
  int count() {
    return count;
  }

  /** The names of all lists that the entries of the file are on. */
  Set<String> lists() {
    return lists;
  }

  boolean hasSdnList() {
    return lists.stream().anyMatch(OfacAdvancedSanctions::isSdn);
  }

  /** What is said of one of the profiles to be kept. */
  Designation of(String profile) {
    return designations.getOrDefault(profile, new Designation());
  }

  private void readEntry() throws IOException, ListRefused {
    Optional<String> list = references.text(OfacAdvancedReferences.LIST, xml.attribute("ListID"));
    list.ifPresent(lists::add);
    Designation designation = designations.get(xml.attribute("ProfileID"));
    if (designation == null) {
      return;
    }
    if (list.isPresent() && !isSdn(list.get())) {
      designation.otherLists.add(list.get());
      return;
    }
    designation.onSdnList |= list.isPresent();
    designation.onUnnamedList |= list.isEmpty();
    xml.children(element -> readPart(element, designation));
  }

  private void readPart(String element, Designation designation) throws IOException, ListRefused {
    switch (element) {
      case "EntryEvent" ->
          xml.children(
              child -> {
                if (child.equals("Date")) {
                  OfacAdvancedDate.read(xml).ifPresent(date -> keepFirst(designation, date));
                }
              });
      case "SanctionsMeasure" -> {
        Optional<String> type =
            references.text(
                OfacAdvancedReferences.SANCTIONS_TYPE, xml.attribute("SanctionsTypeID"));
        if (type.filter(PROGRAM::equals).isPresent()) {
          xml.children(
              child -> {
                if (child.equals("Comment")) {
                  designation.programs.add(xml.text());
                }
              });
        }
      }
      default -> {}
    }
  }

  private static void keepFirst(Designation designation, LocalDate date) {
    designation.listedOn =
        designation.listedOn.filter(before -> before.isBefore(date)).or(() -> Optional.of(date));
  }

  private static boolean isSdn(String list) {
    return list.equalsIgnoreCase(SDN_LIST);
  }
}
