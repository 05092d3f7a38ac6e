package io.weir.lists;

import io.weir.lists.Notice.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One {@code <DistinctParty>} of {@code sdn_advanced.xml}: its names, profiles and addresses. */
final class OfacAdvancedParty {
  private final XmlCursor xml;
  private final OfacAdvancedReferences references;
  private final List<Notice> notices;
  private final OfacAdvancedNames names;
  private final Set<String> profiles = new LinkedHashSet<>();
  private final List<OfacId> ids = new ArrayList<>();
  private final int line;
  private final String uid;

  /** Reads the party that the cursor stands at. */
  static OfacAdvancedParty read(
      XmlCursor xml, OfacAdvancedReferences references, List<Notice> notices)
      throws IOException, ListRefused {
    OfacAdvancedParty party = new OfacAdvancedParty(xml, references, notices);
    xml.children(party::readChild);
    return party;
  }

  private OfacAdvancedParty(
      XmlCursor xml, OfacAdvancedReferences references, List<Notice> notices) {
    this.xml = xml;
    this.references = references;
    this.notices = notices;
    this.names = new OfacAdvancedNames(references);
    this.line = xml.line();
    this.uid = xml.attribute("FixedRef");
  }

  /** The line it begins at, from 1. */
  int line() {
    return line;
  }

  /** OFAC's number of the entry, the {@code <uid>} of {@code sdn.xml}; empty when it has none. */
  String uid() {
    return uid;
  }

  OfacAdvancedNames names() {
    return names;
  }

  /** By these the sanctions entries refer to it. */
  Set<String> profiles() {
    return profiles;
  }

  /** Its digital currency addresses; empty for most parties. */
  List<OfacId> ids() {
    return ids;
  }

  private void readChild(String element) throws IOException, ListRefused {
    switch (element) {
      case "Profile" -> {
        profiles.add(xml.attribute("ID"));
        xml.children(this::readChild);
      }
      case "Identity" -> names.read(xml);
      case "Feature" -> readFeature();
      default -> {}
    }
  }

  private void readFeature() throws IOException, ListRefused {
    String type = xml.attribute("FeatureTypeID");
    Optional<String> text = references.text(OfacAdvancedReferences.FEATURE_TYPE, type);
    if (text.isEmpty()) {
      xml.children(version -> xml.children(detail -> noteUndeclared(detail, type)));
      return;
    }
    Optional<String> label = OfacId.label(text.get());
    if (label.isPresent()) {
      xml.children(version -> xml.children(detail -> readDetail(detail, label.get())));
    }
  }

  private void readDetail(String element, String label) throws IOException, ListRefused {
    if (element.equals("VersionDetail")) {
      int at = xml.line();
      ids.add(new OfacId(at, label, xml.text()));
    }
  }

  private void noteUndeclared(String element, String type) throws IOException, ListRefused {
    if (element.equals("VersionDetail")) {
      int at = xml.line();
      String text = xml.text();
      if (!text.isEmpty()) {
        notices.add(
            new Notice(
                at,
                uid,
                text,
                Effect.LEFT_OUT,
                "The file does not declare the feature type "
                    + type
                    + ", so it cannot be told whether this is an address."));
      }
    }
  }
}
