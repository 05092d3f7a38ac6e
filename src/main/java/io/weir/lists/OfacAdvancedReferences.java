package io.weir.lists;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the numbers in {@code sdn_advanced.xml} stand for: its {@code <ReferenceValueSets>}. */
final class OfacAdvancedReferences {
  static final String FEATURE_TYPE = "FeatureType";
  static final String NAME_PART_TYPE = "NamePartType";
  static final String DOC_NAME_STATUS = "DocNameStatus";
  static final String SANCTIONS_TYPE = "SanctionsType";
  static final String LIST = "List";

  private static final Set<String> KEPT =
      Set.of(FEATURE_TYPE, NAME_PART_TYPE, DOC_NAME_STATUS, SANCTIONS_TYPE, LIST);

  private final Map<String, Map<String, String>> texts = new HashMap<>();

  /** Reads the element that the cursor stands at. */
  void read(XmlCursor xml) throws IOException, ListRefused {
    xml.children(set -> xml.children(value -> readValue(xml, value)));
  }

  /** Whether the file declares any value of this kind. */
  boolean declares(String kind) {
    return texts.containsKey(kind);
  }

  /** What a number stands for; empty when the file does not declare it. */
  Optional<String> text(String kind, String id) {
    return Optional.ofNullable(texts.getOrDefault(kind, Map.of()).get(id));
  }

  private void readValue(XmlCursor xml, String kind) throws IOException, ListRefused {
    if (KEPT.contains(kind)) {
      String id = xml.attribute("ID");
      texts.computeIfAbsent(kind, k -> new HashMap<>()).put(id, xml.text());
    }
  }
}
