package io.weir.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one party of {@code sdn_advanced.xml}: identities with aliases, each documented in
 * one script or several, each of several parts. What kind a part is stands after all of them.
 */
final class OfacAdvancedNames {
  private static final String FAMILY = "Last Name";
  private static final String FATHERS = "Patronymic";
  private static final String MOTHERS = "Matronymic";

  private final OfacAdvancedReferences references;
  private final List<Documented> documented = new ArrayList<>();
  private final Map<String, String> partTypes = new HashMap<>();

  OfacAdvancedNames(OfacAdvancedReferences references) {
    this.references = references;
  }

  /** A part of a name, and the group that says of which kind it is. */
  private record Part(String group, String text) {}

  /**
   * A name as one script has it.
   *
   * @param rank 0 for the one that OFAC's other formats show, more for the others
   */
  private record Documented(int rank, List<Part> parts) {}

  /** Reads the {@code <Identity>} that the cursor stands at. */
  void read(XmlCursor xml) throws IOException, ListRefused {
    int identity = isTrue(xml, "Primary") ? 0 : 4;
    xml.children(
        element -> {
          switch (element) {
            case "Alias" -> {
              int alias = isTrue(xml, "Primary") ? 0 : 2;
              xml.children(child -> readDocumented(xml, child, identity + alias));
            }
            case "NamePartGroups" ->
                xml.children(master -> xml.children(group -> readGroup(xml, group)));
            default -> {}
          }
        });
  }

  /** The name that OFAC's other formats show: the primary one, in Latin script. */
  String primary() {
    return first().map(this::text).orElse("");
  }

  /** All names, the primary one among them, in every script. */
  List<String> all() {
    return documented.stream().map(this::text).toList();
  }

  private Optional<Documented> first() {
    // The first of the lowest rank.
    return documented.stream().min(Comparator.comparingInt(Documented::rank));
  }

  private void readDocumented(XmlCursor xml, String element, int rank)
      throws IOException, ListRefused {
    if (!element.equals("DocumentedName")) {
      return;
    }
    boolean latin =
        references
            .text(OfacAdvancedReferences.DOC_NAME_STATUS, xml.attribute("DocNameStatusID"))
            .filter(status -> status.startsWith("Primary"))
            .isPresent();
    List<Part> parts = new ArrayList<>();
    xml.children(part -> xml.children(value -> readPart(xml, value, parts)));
    documented.add(new Documented(rank + (latin ? 0 : 1), parts));
  }

  private static void readPart(XmlCursor xml, String element, List<Part> parts)
      throws IOException, ListRefused {
    if (element.equals("NamePartValue")) {
      String group = xml.attribute("NamePartGroupID");
      parts.add(new Part(group, xml.text()));
    }
  }

  private void readGroup(XmlCursor xml, String element) {
    if (element.equals("NamePartGroup")) {
      references
          .text(OfacAdvancedReferences.NAME_PART_TYPE, xml.attribute("NamePartTypeID"))
          .ifPresent(type -> partTypes.put(xml.attribute("ID"), type));
    }
  }

  private String text(Documented name) {
    return OfacEntry.name(
        joined(name.parts.stream().filter(part -> !isFamily(part)).toList()),
        joined(name.parts.stream().filter(this::isFamily).toList()));
  }

  /**
   * Whether a part belongs to the family name. A patronymic is a given name in Russia and a family
   * name in Mexico; OFAC writes family names, and those of entities, in capitals.
   */
  private boolean isFamily(Part part) {
    String type = partTypes.getOrDefault(part.group, "");
    return switch (type) {
      case FAMILY -> true;
      case FATHERS, MOTHERS -> part.text.equals(part.text.toUpperCase(Locale.ROOT));
      default -> false;
    };
  }

  private static String joined(List<Part> parts) {
    return String.join(
        " ", parts.stream().map(Part::text).filter(text -> !text.isEmpty()).toList());
  }

  private static boolean isTrue(XmlCursor xml, String attribute) {
    return xml.attribute(attribute).equals("true") || xml.attribute(attribute).equals("1");
  }
}
